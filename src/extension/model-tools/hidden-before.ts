import * as vscode from 'vscode';
import type { HiddenValue } from '../../engine/redact/secret';

/** Of one value; longer ones are no secrets of a line. */
const longestValue = 4000;
const mostValues = 1000;

/** What VS Code keeps with an answer: what was hidden from the model and stands in it, as it was shown. */
export interface AnswerMetadata {
  readonly hidden: readonly HiddenValue[];
}

/** Of a conversation, as VS Code kept it: what is none is left out. */
export function hiddenBefore(history: vscode.ChatContext['history']): readonly HiddenValue[] {
  return history.flatMap((turn) => {
    if (!(turn instanceof vscode.ChatResponseTurn)) return [];
    const hidden: unknown = turn.result.metadata?.hidden;
    return Array.isArray(hidden) ? hidden.filter(isHidden).slice(0, mostValues) : [];
  });
}

function isHidden(one: unknown): one is HiddenValue {
  if (typeof one !== 'object' || one === null || !('kind' in one) || !('value' in one)) return false;
  const { kind, value } = one;
  return typeof kind === 'string' && typeof value === 'string' && value.length <= longestValue;
}

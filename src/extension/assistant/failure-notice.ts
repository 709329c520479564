import * as vscode from 'vscode';
import type { ModelError, ModelFailure } from '../../node/llm/chat-model';
import type { Notice } from '../../protocol/assistant';
import { InputError } from '../../protocol/input-error';
import { localise } from '../shared/localise';

type Action = NonNullable<Notice['action']>['id'];

const cures: Readonly<Record<ModelFailure, Action>> = {
  unauthorised: 'key',
  'rate-limited': 'retry',
  'context-too-long': 'settings',
  'no-tools': 'model',
  'no-schema': 'model',
  'unknown-model': 'model',
  timeout: 'retry',
  cut: 'resume',
  unreachable: 'retry',
  'not-a-model-server': 'model',
  server: 'retry',
  'not-allowed': 'model',
};

/** Why a question got no answer, and what mends it. */
export function failureNotice(error: unknown): Notice {
  if (isModelError(error)) {
    const id = cures[error.code];
    return { kind: 'error', text: localise(error.sentence), action: { id, title: titleOf(id) } };
  }
  if (error instanceof InputError) return { kind: 'error', text: localise(error.sentence), action: null };
  const text = vscode.l10n.t(
    'The question was not answered, as something unexpected happened: {0}. Ask again; the log’s own results are not touched.',
    error instanceof Error ? error.message : String(error),
  );
  return { kind: 'error', text, action: { id: 'retry', title: titleOf('retry') } };
}

/** The class itself stands in a bundle that is loaded later. */
function isModelError(error: unknown): error is ModelError {
  return error instanceof Error && error.name === 'ModelError';
}

function titleOf(action: Action): string {
  switch (action) {
    case 'key':
      return vscode.l10n.t('Change Key…');
    case 'model':
      return vscode.l10n.t('Choose Model…');
    case 'settings':
      return vscode.l10n.t('Open Settings');
    case 'retry':
      return vscode.l10n.t('Try Again');
    case 'resume':
      return vscode.l10n.t('Resume');
  }
}

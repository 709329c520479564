import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { sentenceText } from '../../protocol/sentence';
import { fillMarkdown } from './markdown';

/** In the user's language, as plain text; numbers get its separators. */
export function localise(sentence: Sentence): string {
  const values = sentence.values.map((value) => (typeof value === 'number' ? formatNumber(value) : value));
  return vscode.l10n.t(sentence.pattern, ...values);
}

/** The same where backticks would be shown as they are: what stands between them is quoted. */
export function localiseQuoted({ pattern, values }: Sentence): string {
  const shown = values.map((value) => (typeof value === 'number' ? formatNumber(value) : value));
  const quoted = vscode.l10n.t(pattern).replace(/`(\{\d+\})`/g, '“$1”');
  return sentenceText({ pattern: quoted, values: shown });
}

/** The same as Markdown that no value can break out of. */
export function localiseMarkdown(sentence: Sentence): string {
  return fillMarkdown(vscode.l10n.t(sentence.pattern), sentence.values, formatNumber);
}

let numbers: Intl.NumberFormat | undefined;

export function formatNumber(value: number): string {
  numbers ??= new Intl.NumberFormat(vscode.env.language);
  return numbers.format(value);
}

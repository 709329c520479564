import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';

/** In the user's language. Strings go through `escape` (log text in Markdown, say), numbers get its separators. */
export function localise(sentence: Sentence, escape: (text: string) => string = (text) => text): string {
  const values = sentence.values.map((value) =>
    typeof value === 'number' ? formatNumber(value) : escape(value),
  );
  return vscode.l10n.t(sentence.pattern, ...values);
}

let numbers: Intl.NumberFormat | undefined;

export function formatNumber(value: number): string {
  numbers ??= new Intl.NumberFormat(vscode.env.language);
  return numbers.format(value);
}

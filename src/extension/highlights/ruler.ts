import * as vscode from 'vscode';
import type { TemplateId } from '../../engine/model/units';
import type { Highlight } from '../../protocol/reading';
import type { Analyses } from '../shared/analyses';
import { type LineSpan, mergedSpans } from '../shared/spans';
import { linesWithWord } from './words-in-lines';

/** Marks of one highlight in the overview ruler. */
const maxMarks = 500;
/** Of a template or a word so many lines are looked for: more would fill the ruler. */
const mostLines = 20_000;
const linesAtOnce = 4000;

/** Where a highlight is in the whole of a document, merged to what a ruler can show. Undefined once `isOff` says that nobody waits. */
export async function rulerSpans(
  highlight: Highlight,
  document: vscode.TextDocument,
  template: TemplateId | undefined,
  analyses: Analyses,
  isOff: () => boolean,
): Promise<readonly LineSpan[] | undefined> {
  const lines =
    highlight.kind === 'word'
      ? await linesOfWord(highlight.text, document, isOff)
      : await linesOfTemplate(template, document.uri, analyses);
  if (isOff()) return undefined;
  return mergedSpans(
    lines.map((line) => ({ line, endLine: line })),
    maxMarks,
  );
}

/** In pieces, so that no step holds the extension host. */
async function linesOfWord(word: string, document: vscode.TextDocument, isOff: () => boolean) {
  const lines: number[] = [];
  for (let first = 0; first < document.lineCount && lines.length < mostLines; first += linesAtOnce) {
    if (isOff()) return [];
    const text = document.getText(new vscode.Range(first, 0, first + linesAtOnce, 0));
    for (const line of linesWithWord(word, text, first)) lines.push(line + 1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return lines;
}

async function linesOfTemplate(
  template: TemplateId | undefined,
  uri: vscode.Uri,
  analyses: Analyses,
): Promise<number[]> {
  if (template === undefined) return [];
  const found = await analyses
    .ask(uri)
    .linesOfTemplate({ template, offset: 0, limit: mostLines })
    .catch(() => undefined);
  return found?.lines.map(({ line }) => line) ?? [];
}

import * as vscode from 'vscode';
import type { ViewLine } from '../../protocol/log-lines';
import { isGathered } from '../shared/log-uri';
import { markdownBlock } from '../shared/markdown-block';
import { sourcePlaceOf } from '../shared/source-lines';
import { whereLinesAre } from '../shared/where-lines-are';
import type { BigLogDocument } from './document';

/** Lines for issues and chats, with the file they are in and their numbers there. */
export async function linesAsMarkdown(
  text: string,
  document: BigLogDocument,
  from: ViewLine,
  until: ViewLine,
): Promise<string> {
  const { sourceLines } = document.progress;
  const [first, last] = [sourcePlaceOf(from, sourceLines), sourcePlaceOf(until, sourceLines)];
  if (first.source === last.source) {
    const { place, address } = await whereLinesAre(fileOf(first.source, document), first.line, last.line);
    return markdownBlock(place, address, text);
  }
  const ends = await Promise.all(
    [first, last].map(({ source, line }) => whereLinesAre(fileOf(source, document), line, line)),
  );
  return markdownBlock(ends.map(({ place }) => place).join(' … '), undefined, text);
}

function fileOf(source: number, { uri, sources }: BigLogDocument): vscode.Uri {
  return isGathered(uri) ? vscode.Uri.file(sources[source]) : uri;
}

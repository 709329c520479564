import * as vscode from 'vscode';
import type { BigLogHostApi, CopyLinesRequest } from '../../protocol/big-log';
import type { Handlers } from '../../protocol/rpc';
import { formatNumber } from '../shared/localise';
import type { Readings } from '../shared/readings';
import type { ShownLog } from '../shared/shown-logs';
import { checkedCopy, checkedLine, checkedLines, checkedPage, checkedPiece } from './checks';
import type { BigLogDocument } from './document';
import { linesAsMarkdown } from './lines-as-markdown';

type TextAnswers = Pick<
  Handlers<BigLogHostApi>,
  'page' | 'rowOfLine' | 'lineText' | 'copy' | 'placesInOrder' | 'lineAtPlace'
>;
type Copied = ReturnType<BigLogHostApi['copy']>;

/** More in the clipboard than this makes every program that looks into it slow. */
const mostCopiedChars = 50_000_000;

/** What the view asks of the log's text. */
export function textAnswers(document: BigLogDocument, readings: Readings): TextAnswers {
  const ask = async <Answer>(question: (log: ShownLog) => Promise<Answer>): Promise<Answer> => {
    const log = await document.log();
    if (!log) throw new Error('The log cannot be opened.');
    return question(log).catch((error: unknown) => {
      document.failed(error);
      throw error;
    });
  };
  return {
    page: (request) =>
      ask(({ lines }) => {
        const { columns = [] } = readings.of(document.uri);
        return lines.client.page({ ...checkedPage(request), columns });
      }),
    rowOfLine: (line) => ask(({ lines }) => lines.client.rowOfLine(checkedLine(line))),
    lineText: (request) => ask(({ lines }) => lines.client.lineText(checkedPiece(request))),
    placesInOrder: (lines) => ask((log) => log.lines.client.placesInOrder(checkedLines(lines))),
    lineAtPlace: (place) => ask((log) => log.lines.client.lineAtPlace(checkedLine(place))),
    copy: (request) => ask((log) => copy(log, checkedCopy(request), document)),
  };
}

async function copy(
  { lines }: ShownLog,
  { from, until, as }: CopyLinesRequest,
  document: BigLogDocument,
): Promise<Copied> {
  const range = { from, until, shownOnly: true, mostChars: mostCopiedChars };
  const copied = await lines.client.copy(range);
  if (copied.text === null) return { lines: 0, problem: tooMuch(copied.lines) };
  if (copied.lines === 0) return { lines: 0, problem: null };
  const text = as === 'markdown' ? await linesAsMarkdown(copied.text, document, from, until) : copied.text;
  await vscode.env.clipboard.writeText(text);
  return { lines: copied.lines, problem: null };
}

function tooMuch(lines: number): string {
  return vscode.l10n.t(
    '{0} lines are too much for the clipboard. Select fewer, or filter the log first.',
    formatNumber(lines),
  );
}

import type { SearchPattern } from '../../engine/filter/filter';
import type {
  BigLogPlace,
  CopyLinesRequest,
  LineAction,
  LineActionRequest,
  SelectedStretch,
  SpansOfRowsRequest,
} from '../../protocol/big-log';
import type { LineTextRequest, PageRequest, PageStart, Row, ViewLine } from '../../protocol/log-lines';
import { list, members, misunderstood, text, whole } from '../shared/contract-checks';
import type { SelectedLineNumbers } from '../shared/log-editors';

/**
 * What comes out of a webview is held to the contract before anything is done with it: log text is drawn there, and whoever got a
 * script into it must not reach more than the view can. Each throws where it is not as it should be.
 */
const mostRowsAtOnce = 2000;
const mostLinesAtOnce = 4000;
const mostCharsAtOnce = 1_000_000;
const longestPattern = 10_000;

const actions: Readonly<Record<LineAction, true>> = {
  hideLike: true,
  showOnlyLike: true,
  highlightLike: true,
  toggleBookmark: true,
  editNote: true,
  markAnomalous: true,
  markNormal: true,
  unfold: true,
  unfoldTemplate: true,
  openLink: true,
};

export function checkedLine(value: unknown): ViewLine {
  return whole(value) as ViewLine;
}

export function checkedLines(value: unknown): readonly ViewLine[] {
  return list(value, mostLinesAtOnce).map(checkedLine);
}

export function checkedPage(value: unknown): PageRequest {
  const { start, before, rows } = members(value);
  return {
    start: checkedStart(start),
    before: Math.min(whole(before), mostRowsAtOnce),
    rows: Math.min(whole(rows), mostRowsAtOnce),
  };
}

export function checkedPiece(value: unknown): LineTextRequest {
  const { line, from, length } = members(value);
  return {
    line: checkedLine(line),
    from: whole(from),
    length: Math.min(whole(length), mostCharsAtOnce),
  };
}

export function checkedCopy(value: unknown): CopyLinesRequest {
  const { from, until, as } = members(value);
  return { from: checkedLine(from), until: checkedLine(until), as: as === 'markdown' ? as : 'text' };
}

export function checkedPlace(value: unknown): BigLogPlace {
  const { line, top, column } = members(value);
  return { line: checkedLine(line), top: checkedLine(top), column: whole(column) };
}

export function checkedPattern(value: unknown): SearchPattern {
  const { kind, text: words, caseSensitive, wholeWord } = members(value);
  return {
    kind: kind === 'regex' ? kind : 'text',
    text: text(words, longestPattern),
    caseSensitive: caseSensitive === true,
    wholeWord: wholeWord === true,
  };
}

export function checkedSpans(value: unknown): SpansOfRowsRequest {
  const { pattern, texts } = members(value);
  return {
    pattern: checkedPattern(pattern),
    texts: list(texts, mostRowsAtOnce).map((one) => text(one, mostCharsAtOnce)),
  };
}

export function checkedAction(value: unknown): LineActionRequest {
  const { action, line, text: selected } = members(value);
  if (typeof action !== 'string' || !Object.hasOwn(actions, action)) throw misunderstood();
  return {
    action: action as LineAction,
    line: checkedLine(line),
    text: selected === null ? null : text(selected, longestPattern),
  };
}

export function checkedStretch(value: unknown): SelectedStretch | undefined {
  if (value === null) return undefined;
  const { text: line, start, end } = members(value);
  const stretch = { text: text(line, mostCharsAtOnce), start: whole(start), end: whole(end) };
  if (stretch.start >= stretch.end || stretch.end > stretch.text.length) throw misunderstood();
  return stretch;
}

/** Lines as editors count them, from 1. */
export function checkedSelectedLines(value: unknown): SelectedLineNumbers | undefined {
  if (value === null) return undefined;
  const { from, until } = members(value);
  return { first: checkedLine(from) + 1, last: checkedLine(until) + 1 };
}

export function checkedText(value: unknown): string {
  return text(value, longestPattern);
}

function checkedStart(value: unknown): PageStart {
  const start = members(value);
  if (start.kind === 'end') return { kind: 'end' };
  if (start.kind === 'row') return { kind: 'row', row: whole(start.row) as Row };
  if (start.kind === 'line') return { kind: 'line', line: checkedLine(start.line) };
  const { share } = start;
  if (start.kind !== 'share' || typeof share !== 'number' || !(share >= 0 && share <= 1))
    throw misunderstood();
  return { kind: 'share', share };
}

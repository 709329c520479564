import { timeShapes } from '../../time/time-shapes';
import type { ReadContext } from '../format';
import { ColumnStatistics } from './column-statistics';
import { type Token, tokensOf } from './line-tokens';

/** A time or level column holds one in this share of the lines at least; what surrounds it keeps to its column more strictly. */
const anchorShare = 0.6;
const levelShare = 0.8;
const neighbourShare = 0.8;
const strictShare = 0.9;

/** Fewer lines say nothing about what their columns have in common. */
const fewestLines = 10;
/** Beyond the anchors a header has at most this many further columns in a row that do not tell what they are. */
const mostNameless = 1;

const columnCount = 12;

/**
 * Learns the header of an unknown log from its first lines and answers layouts, the longest first; none where it
 * has no column of times or levels. All by what the columns look like: the header ends after the last of time,
 * level, a group in brackets, a name that ends in a colon, a padded or dotted name that follow one another.
 */
export function learnHeader(head: readonly Uint8Array[], context: ReadContext): string[] {
  const lines = head.map((line) => tokensOf(line, context));
  const times = timeColumns(lines);
  const timed =
    times.length > 0 ? lines.filter((line) => times.every((c) => line[c]?.kind === 'time')) : lines;
  const columns = Array.from({ length: columnCount }, (_, i) => new ColumnStatistics(timed, i));
  const level = columns.findIndex((c) => c.shareOf('level') >= (times.length > 0 ? levelShare : anchorShare));
  const lastTime = times.length > 0 ? times[times.length - 1] : -1;
  const anchor = Math.max(lastTime, level);
  if (anchor < 0) return [];
  const enough = timed.length >= fewestLines;
  const last = enough ? extend(columns, anchor) : anchor;
  const draft = {
    columns,
    time: preferredTime(columns, times),
    level,
    component: componentColumn(columns, last),
  };
  const lengths = [...new Set([last, anchor, lastTime])].filter((length) => length >= 0);
  const layouts = lengths.map((length) => layoutOf(draft, length));
  return enough && endsInSeparator(timed, anchor) ? [separatedLayout(draft, anchor), ...layouts] : layouts;
}

interface Draft {
  readonly columns: readonly ColumnStatistics[];
  /** The time column that counts, -1 for none. */
  readonly time: number;
  readonly level: number;
  readonly component: number;
}

function timeColumns(lines: readonly (readonly Token[])[]): number[] {
  const columns = Array.from({ length: columnCount }, (_, i) => new ColumnStatistics(lines, i));
  return columns.filter((c) => c.shareOf('time') >= anchorShare && c.isOrdered).map((c) => c.index);
}

/** Of several time columns the one that leaves least open; of equals the first. */
function preferredTime(columns: readonly ColumnStatistics[], times: readonly number[]): number {
  const certainty = (column: number): number =>
    shapeOf(columns[column])?.certainty ?? Number.POSITIVE_INFINITY;
  return times.reduce((best, c) => (best < 0 || certainty(c) < certainty(best) ? c : best), -1);
}

function shapeOf(column: ColumnStatistics) {
  const name = column.commonest((token) => token.shape?.name ?? '');
  return timeShapes.find((shape) => shape.name === name);
}

/** The last column of the header, at or after the anchor. */
function extend(columns: readonly ColumnStatistics[], anchor: number): number {
  let last = anchor;
  for (let c = anchor + 1; c < columns.length && c - last <= mostNameless + 1; c++) {
    if (columns[c].followed < neighbourShare) break;
    if (belongsToHeader(columns[c], c === last + 1)) last = c;
    // A further name with a colon (`named: query: refused`) is the message's own.
    if (columns[c].share(isNameTag) >= neighbourShare) break;
  }
  return last;
}

function belongsToHeader(column: ColumnStatistics, isNext: boolean): boolean {
  if (column.shareOf('bracket') >= neighbourShare || column.share(isTag) >= neighbourShare) return true;
  if (!isNext) return false;
  if (column.shareOf('number') >= strictShare || column.shareOf('separator') >= strictShare) return true;
  const isName = (token: Token): boolean => token.kind === 'word' && (token.padded || isDotted(token.text));
  return column.share(isName) >= strictShare;
}

function isTag(token: Token): boolean {
  return isNameTag(token) || (token.kind === 'bracket' && token.close.endsWith(':'));
}

/** `sshd[31]:`; what begins otherwise is the message's, as an address (`10.0.0.7#53:`) or a key (`"size":`). */
function isNameTag({ kind, text, close }: Token): boolean {
  return kind === 'word' && close.endsWith(':') && /^[\p{L}_/(]/u.test(text);
}

function isDotted(text: string): boolean {
  return /^[A-Za-z_][\w$]*(\.[\w$]+)+$/.test(text);
}

/** ` - ` within the three tokens after the header: a name of several words stands before it. */
function endsInSeparator(lines: readonly (readonly Token[])[], last: number): boolean {
  const ends = lines.filter((line) => line.slice(last + 2, last + 4).some((token) => token.text === '-'));
  return ends.length >= lines.length * strictShare;
}

function separatedLayout(draft: Draft, last: number): string {
  return `${columnPieces({ ...draft, component: -1 }, last)} {component:text} - {message}`;
}

function layoutOf(draft: Draft, last: number): string {
  const endsInTag =
    last > Math.max(draft.time, draft.level) && draft.columns[last].share(isTagged) >= neighbourShare;
  if (endsInTag) return `${columnPieces({ ...draft, component: -1 }, last - 1)} {tag}{message}`;
  return `${columnPieces(draft, last)} {message}`;
}

function isTagged(token: Token): boolean {
  return token.kind === 'word' && token.close === ':';
}

/** More names than this in a head of a thousand lines are values. */
const mostNames = 100;

/** The word column nearest to the message that has few values, names by their looks: -1 where there is none. */
function componentColumn(columns: readonly ColumnStatistics[], last: number): number {
  const isName = (token: Token): boolean => token.kind === 'word' && /^[A-Za-z_]{2}/.test(token.text);
  return columns.findLastIndex(
    (column) => column.index <= last && column.share(isName) >= strictShare && column.distinct <= mostNames,
  );
}

function columnPieces(draft: Draft, last: number): string {
  return draft.columns
    .slice(0, last + 1)
    .map((column) => pieceOf(draft, column))
    .join(' ');
}

/** Columns are taken loosely: a number in the head may be a word further on. */
function pieceOf(draft: Draft, column: ColumnStatistics): string {
  const open = column.commonest((token) => token.open);
  const close = column.commonest((token) => token.close);
  if (column.index === draft.time) return `${open}{time:${shapeOf(column)?.name}}${close}`;
  if (column.index === draft.level) return open === '' ? `{level}${close}` : `${open}~{level}~${close}`;
  if (column.shareOf('time') >= anchorShare) return `${open}{otherTime}${close}`;
  if (column.shareOf('bracket') >= neighbourShare) return `[{text}]${close.slice(1)}`;
  return column.index === draft.component ? '{component:word}' : '{word}';
}

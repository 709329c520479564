import type { ReadContext } from '../formats/format';
import { readStamp } from '../tables/column-values';
import { maxColumns, RowScanner } from '../tables/row-scanner';
import { kindOfCell } from './metric-value';

/** The first lines of a file, cut. */
export interface HeadRows {
  readonly delimiter: number;
  readonly names: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** Those of `cells`. */
  readonly lines: readonly Uint8Array[];
  readonly linesBefore: number;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

const delimiters = [',', '\t', ';', '|'].map((one) => one.charCodeAt(0));

/** Or why there are none: a member of `csvProblems`. */
export function headRows(
  head: readonly Uint8Array[],
  referenceSeconds: number,
): HeadRows | 'empty' | 'oneColumn' | 'noNames' | 'tooWide' {
  const first = head.findIndex((line) => !isPreamble(line));
  if (first < 0) return 'empty';
  const delimiter = delimiterOf(head.slice(first));
  if (delimiter === undefined) return 'oneColumn';
  const cut = (line: Uint8Array) => cellsOf(line, delimiter);
  const before = first > 0 ? namesInComment(head[first - 1], cut) : undefined;
  const begins = cut(head[first]);
  const isData = holdsFigures(begins, { referenceSeconds });
  const names = isData ? before : begins;
  if (names === undefined || names.length < 2) return isData ? 'noNames' : 'oneColumn';
  if (names.length >= maxColumns) return 'tooWide';
  const linesBefore = isData ? first : first + 1;
  const lines = head.slice(linesBefore).filter((line) => !isPreamble(line));
  if (lines.length === 0) return 'empty';
  return {
    delimiter,
    names: unique(names),
    cells: lines.map(cut),
    lines,
    linesBefore,
  };
}

/** What cuts the first line, and most others into as many fields; undefined where it has one. */
function delimiterOf(lines: readonly Uint8Array[]): number | undefined {
  const scanner = new RowScanner();
  const widthOf = (line: Uint8Array, delimiter: number) => {
    scanner.scan(line, 0, line.length, delimiter);
    return scanner.count;
  };
  let best: { delimiter: number; alike: number } | undefined;
  for (const delimiter of delimiters) {
    const width = widthOf(lines[0], delimiter);
    const alike = lines.filter((line) => widthOf(line, delimiter) === width).length;
    if (width > 1 && alike > (best?.alike ?? 0)) best = { delimiter, alike };
  }
  return best?.delimiter;
}

/** Blank lines and comments, Excel's `sep=;`. */
export function isPreamble(line: Uint8Array): boolean {
  const text = decoder.decode(line.subarray(0, 64)).trim();
  return text === '' || text.startsWith('#') || /^sep=.$/.test(text);
}

/** sysstat's `# hostname;interval;timestamp;…`. */
function namesInComment(line: Uint8Array, cut: (line: Uint8Array) => string[]): string[] | undefined {
  const text = decoder.decode(line).trim();
  return text.startsWith('#') ? cut(encoder.encode(text.replace(/^#+\s*/, ''))) : undefined;
}

/** A row and not the names: a time, or numbers alone. */
function holdsFigures(cells: readonly string[], context: ReadContext): boolean {
  const instant = { seconds: 0, nanos: 0 };
  const isTime = (cell: string) => {
    const bytes = encoder.encode(cell.trim());
    return readStamp(bytes, 0, bytes.length, instant, context);
  };
  return cells.some(isTime) || cells.every((cell) => kindOfCell(cell) === 'number');
}

/** Of a line by itself: a figure's row never goes on in the next. */
function cellsOf(line: Uint8Array, delimiter: number): string[] {
  const scanner = new RowScanner();
  scanner.scan(line, 0, line.length, delimiter);
  const { starts, ends, doubled, count } = scanner;
  return Array.from({ length: count }, (_, i) => {
    const text = decoder.decode(line.subarray(starts[i], ends[i]));
    return doubled[i] === 1 ? text.replaceAll('""', '"') : text;
  });
}

/** Trimmed; a column without a name, or with another's, is called by its number too. */
function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, i) => {
    const own = name.trim();
    const free = own === '' || seen.has(own) ? `${own}#${i + 1}` : own;
    seen.add(free);
    return free;
  });
}

import Papa from 'papaparse';
import { textOfCell } from '../../../engine/dataset/formats/csv-cells';
import { csvFormatOf } from '../../../engine/dataset/formats/formats';
import type { FileRow } from './file-rows';
import { importError, importNote } from './import-problems';
import { type Member, memberOf } from './members';
import type { TextLine } from './text-lines';

const delimiters = [',', '\t', ';', '|'];
/** A quoted note of more lines, or of so many UTF-16 units, has lost its quote: each line that comes has all before it read once more. */
const mostRowLines = 100;
const mostRowUnits = 1 << 16;

/** Rows of delimited text whose first line names the columns. Throws InputError where it names none of a label. */
export async function* csvRows(lines: AsyncIterable<TextLine>, path: string): AsyncGenerator<FileRow> {
  let columns: Columns | undefined;
  let [held, units]: [TextLine[], number] = [[], 0];
  for await (const line of lines) {
    if (held.length === 0 && line.text.trim() === '') continue;
    if (columns === undefined) {
      if (!line.text.startsWith('sep=')) columns = columnsOf(line, path);
      continue;
    }
    held.push(line);
    units += line.text.length;
    const row = columns.row(held, path);
    const isWhole = row !== undefined;
    if (isWhole) yield row;
    else if (held.length > mostRowLines || units > mostRowUnits) yield* eachAlone(held, columns, path);
    else continue;
    [held, units] = [[], 0];
  }
  if (columns !== undefined) yield* eachAlone(held, columns, path);
}

const example = 'line,label,category,note';

/** A quote nobody closed takes no other row with it. */
function* eachAlone(lines: readonly TextLine[], columns: Columns, path: string): Generator<FileRow> {
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    yield columns.row([line], path) ?? { kind: 'damaged', why: importNote('quote', path, line.line) };
  }
}

/** The delimiter by which the first line names most. */
function columnsOf({ text }: TextLine, path: string): Columns {
  const read = delimiters.map((delimiter) => new Columns(text, delimiter));
  const [columns] = read.sort((a, b) => b.members.size - a.members.size);
  const named = new Set(columns.members.values());
  const hasPlace = (['line', 'template', 'session'] as const).some((member) => named.has(member));
  // Its labels are of sequences, what nobody labelled is normal in it, and "anomalous" may be a count: none of that was said of a line.
  if (csvFormatOf(columns.names) !== undefined) throw importError('is-dataset', path);
  if (!named.has('label') || !hasPlace) throw importError('no-label-columns', path, example);
  return columns;
}

class Columns {
  /** By index; of two columns of one name the first counts. */
  readonly members = new Map<number, Member>();
  readonly names: readonly string[];

  constructor(
    first: string,
    private readonly delimiter: string,
  ) {
    const seen = new Set<Member>();
    this.names = this.cells(first).row;
    for (const [i, name] of this.names.entries()) {
      const member = memberOf(name);
      if (member === undefined || seen.has(member)) continue;
      seen.add(member);
      this.members.set(i, member);
    }
  }

  /** Undefined where a quote is still open. */
  row(lines: readonly TextLine[], path: string): FileRow | undefined {
    const [{ line: at }] = lines;
    if (lines.some(({ isCut }) => isCut)) return { kind: 'damaged', why: importNote('long', path, at) };
    const { row, isOpen } = this.cells(lines.map(({ text }) => text).join('\n'));
    if (isOpen) return undefined;
    const cells = new Map<Member, string>();
    for (const [i, member] of this.members) {
      const text = textOfCell(row[i] ?? '').trim();
      if (text !== '') cells.set(member, text);
    }
    return { kind: 'row', at, cells };
  }

  private cells(text: string): { readonly row: readonly string[]; readonly isOpen: boolean } {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: this.delimiter, newline: '\n' });
    return { row: data[0] ?? [], isOpen: errors.some(({ code }) => code === 'MissingQuotes') };
  }
}

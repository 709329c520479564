import type { Sentence } from '../../model/finding';
import { cellsOf } from '../formats/csv-cells';
import type { DatasetFormat, JsonFormat, ReadExample, RowReader } from '../formats/format';
import { csvFormatOf, jsonFormatOf } from '../formats/formats';
import { objectOf } from '../formats/json-members';
import type { VerdictWords } from '../instructions/verdict';

/** What the lines of one file turn out to be. */
export interface LineSink {
  format(format: DatasetFormat): void;
  read(found: ReadExample): void;
  /** Nothing more of the file is looked at. */
  noDataset(sentence: Sentence): void;
}

/** Takes lines one by one, as they were cut at LF, and decides by the first what they are. */
export interface LineReader {
  push(line: string, number: number): void;
  end(): void;
}

/** The reader for a file that begins so, or the sentence that says why there is none. `verdicts`: words of its own for the labels. */
export function readerOf(first: string, sink: LineSink, verdicts?: VerdictWords): LineReader | Sentence {
  const text = first.trim();
  if (text === '[' || text === '{' || text.startsWith('[')) {
    return {
      pattern: 'It is one JSON value over the whole file. Write one object a line: jq -c "{0}" FILE',
      values: [text.startsWith('[') ? '.[]' : '.'],
    };
  }
  if (text.startsWith('{')) return new JsonLines(sink, verdicts);
  const columns = cellsOf(withoutReturn(first)) ?? [];
  const format = csvFormatOf(columns);
  if (format) {
    sink.format(format);
    return new CsvLines(format.reader(columns), columns.length, sink);
  }
  return {
    pattern: 'Its first line is neither a JSON object nor the column names of a known table. See "{0}".',
    values: ['docs/datasets.md'],
  };
}

/** Named of an object nobody knows. */
const mostMembers = 8;

/** One object a line; the first whose members are known decides what all must be. */
class JsonLines implements LineReader {
  private format: JsonFormat | undefined;

  constructor(
    private readonly sink: LineSink,
    private readonly verdicts: VerdictWords | undefined,
  ) {}

  push(line: string, number: number): void {
    if (line.trim() === '') return;
    const parsed = parsedJson(line);
    if ('sentence' in parsed) this.wrong(number, parsed.sentence);
    else this.object(parsed.value, number);
  }

  end(): void {}

  private object(value: unknown, line: number): void {
    const object = objectOf(value);
    if (object) this.decide(Object.keys(object));
    if (!object) this.wrong(line, { pattern: 'It is no JSON object.', values: [] });
    else if (this.format) this.sink.read(this.format.read(object, line, this.verdicts));
    else this.unknown(Object.keys(object), line);
  }

  private unknown(members: readonly string[], line: number): void {
    const values = [members.slice(0, mostMembers).join(', ')];
    this.wrong(line, { pattern: 'No known format has the members {0}.', values });
  }

  private decide(members: readonly string[]): void {
    if (this.format) return;
    this.format = jsonFormatOf(members);
    if (this.format) this.sink.format(this.format);
  }

  private wrong(line: number, sentence: Sentence): void {
    this.sink.read({ problem: { line, sentence } });
  }
}

/** A row of more than this many UTF-16 units has lost a quote. */
const longestRow = 1 << 26;

/** Rows of a table; text in quotes may go on over lines. */
class CsvLines implements LineReader {
  private lines: string[] = [];
  private first = 0;
  private length = 0;
  private isOpen = false;

  constructor(
    private readonly rows: RowReader,
    private readonly width: number,
    private readonly sink: LineSink,
  ) {}

  push(line: string, number: number): void {
    if (this.lines.length === 0 && line.trim() === '') return;
    if (this.lines.length === 0) this.first = number;
    this.lines.push(line);
    this.length += line.length;
    if (quotesIn(line) % 2 === 1) this.isOpen = !this.isOpen;
    if (!this.isOpen || this.length > longestRow) this.row();
  }

  end(): void {
    if (this.lines.length > 0) this.row();
    const last = this.rows.end();
    if (last) this.sink.read(last);
  }

  private row(): void {
    const cells = this.isOpen ? undefined : cellsOf(withoutReturn(this.lines.join('\n')));
    this.lines = [];
    this.length = 0;
    this.isOpen = false;
    const found = cells
      ? this.found(cells)
      : this.wrong({ pattern: 'A quote in this row is not closed.', values: [] });
    if (found) this.sink.read(found);
  }

  private found(cells: readonly string[]): ReadExample | undefined {
    if (cells.length === this.width) return this.rows.read(cells, this.first);
    const values = [cells.length, this.width];
    return this.wrong({ pattern: 'The row has {0} cells, and the first line names {1} columns.', values });
  }

  private wrong(sentence: Sentence): ReadExample {
    return { problem: { line: this.first, sentence } };
  }
}

function quotesIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) count++;
  return count;
}

/** Of rows that end with CR LF. A CR that belongs to the last cell stands in quotes, before the last of them. */
function withoutReturn(row: string): string {
  return row.endsWith('\r') ? row.slice(0, -1) : row;
}

function parsedJson(line: string): { value: unknown } | { sentence: Sentence } {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { sentence: { pattern: 'It is no JSON ({0}).', values: [reason] } };
  }
}

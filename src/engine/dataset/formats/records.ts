import type { DatasetSequence, SequenceLabel } from '../sequence';
import { sequenceLabels } from '../sequence';
import { shapeOf } from '../sequence-shape';
import { csvCells, csvRow, textCell, textOfCell } from './csv-cells';
import type { CsvFormat, DatasetExample, DatasetWriter, ReadExample, RowReader } from './format';
import { exampleAt, wrongMember } from './json-members';
import { timeOfWritten, writtenTime } from './written-time';

const columns = [
  'sequence_id',
  'label',
  'category',
  'source',
  'session',
  'line',
  'time',
  'level',
  'template_id',
  'template',
  'text',
  'reasons',
] as const;
type Column = (typeof columns)[number];

/** Every record with its fields; rows of one sequence stand together. */
export const records: CsvFormat = {
  name: 'records',
  ending: 'csv',
  holds: 'sequences',
  summary: { pattern: 'a table of all records with their fields', values: [] },
  columns: ['sequence_id', 'label', 'text'],
  writer: (): DatasetWriter => ({
    head: () => csvRow(columns),
    write: (sequence) => rowsOf(sequence),
    end: () => '',
  }),
  reader: (names) => new RecordRows(names),
};

function rowsOf(sequence: DatasetSequence): string {
  const { id, label, category, source, session, reasons } = sequence;
  const before = csvCells([
    textCell(id),
    label,
    textCell(category ?? ''),
    textCell(source),
    textCell(session ?? ''),
  ]);
  const why = csvCells([textCell(reasons.join(' '))]);
  let rows = '';
  for (const { line, time, level, templateId, template, text } of sequence.records) {
    const when = time === null ? '' : writtenTime(time);
    const own = [line, when, level, templateId, textCell(template), textCell(text)];
    rows += `${before},${csvCells(own)},${why}\n`;
  }
  return rows;
}

interface Row {
  readonly id: string;
  readonly label: SequenceLabel;
  readonly category: string | null;
  readonly text: string;
  readonly template: string;
}

/** Rows with the same id one after the other are one sequence. */
class RecordRows implements RowReader {
  private rows: Row[] = [];
  private line = 0;

  constructor(private readonly names: readonly string[]) {}

  read(cells: readonly string[], line: number): ReadExample | undefined {
    const cell = (column: Column) => textOfCell(cells[this.names.indexOf(column)] ?? '');
    const label = sequenceLabels.find((one) => one === cell('label'));
    if (label === undefined) return wrongMember(line, 'label', 'word', sequenceLabels.join(', '));
    const time = cell('time');
    if (time !== '' && timeOfWritten(time) === undefined)
      return wrongMember(line, 'time', 'time', '2026-01-31T12:00:00Z');
    const category = cell('category');
    return this.add(
      {
        id: cell('sequence_id'),
        label,
        category: category === '' ? null : category,
        text: cell('text'),
        template: cell('template'),
      },
      line,
    );
  }

  end(): ReadExample | undefined {
    const { rows, line } = this;
    this.rows = [];
    return rows.length === 0 ? undefined : exampleAt(line, exampleOf(rows, this.names));
  }

  private add(row: Row, line: number): ReadExample | undefined {
    const [first] = this.rows;
    const done = first !== undefined && first.id !== row.id ? this.end() : undefined;
    if (this.rows.length === 0) this.line = line;
    this.rows.push(row);
    return done;
  }
}

function exampleOf(rows: readonly Row[], names: readonly string[]): Partial<DatasetExample> {
  const [{ id, label, category }] = rows;
  const texts = rows.map(({ text }) => text);
  const shape = names.includes('template') ? shapeOf(rows.map(({ template }) => template)) : null;
  return { id, label, category, texts, shape };
}

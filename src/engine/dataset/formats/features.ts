import type { DatasetSequence, SequenceRecord } from '../sequence';
import { textKey } from '../sequence-shape';
import { csvRow, textCell, textOfCell } from './csv-cells';
import type { CsvFormat, DatasetTemplate, DatasetWriter, RowReader } from './format';
import { exampleAt, labelOfNumber, numberOfLabel, wrongMember } from './json-members';

const nanosPerSecond = 1e9;
const before = ['sequence_id', 'category', 'label'] as const;
const figures = ['length', 'duration_s', 'warnings', 'errors', 'templates', 'other_templates'] as const;

/** One row of numbers a sequence: figures, then how often each template was written in it. */
export const features: CsvFormat = {
  name: 'features',
  ending: 'csv',
  holds: 'sequences',
  summary: { pattern: 'a matrix of numbers, a row a sequence, for scikit-learn', values: [] },
  columns: ['sequence_id', 'label', 'length', 'other_templates'],
  writer: ({ templates }) => new FeatureRows(templates),
  reader: (names) => featureRows(names),
};

class FeatureRows implements DatasetWriter {
  private readonly places: ReadonlyMap<number, number>;

  constructor(private readonly templates: readonly DatasetTemplate[]) {
    this.places = new Map(templates.map(({ templateId }, place) => [templateId, place]));
  }

  head(): string {
    return csvRow([
      ...before,
      ...figures,
      ...this.templates.map(({ templateId }) => `template_${templateId}`),
    ]);
  }

  write(sequence: DatasetSequence): string {
    const { id, category, label, records } = sequence;
    const counts = new Array<number>(this.templates.length).fill(0);
    let others = 0;
    for (const { templateId } of records) {
      const place = this.places.get(templateId);
      if (place === undefined) others++;
      else counts[place]++;
    }
    const kinds = new Set(records.map(({ templateId }) => templateId)).size;
    const levels = levelsOf(records);
    const own = [records.length, durationOf(sequence), levels.warnings, levels.errors, kinds, others];
    const known = [textCell(id), textCell(category ?? ''), numberOfLabel(label)];
    return csvRow([...known, ...own, ...counts]);
  }

  end(): string {
    return '';
  }
}

function levelsOf(records: readonly SequenceRecord[]): { warnings: number; errors: number } {
  let warnings = 0;
  let errors = 0;
  for (const { level } of records) {
    if (level === 'warn') warnings++;
    if (level === 'error' || level === 'fatal') errors++;
  }
  return { warnings, errors };
}

/** Seconds, 0 where times are not known. */
function durationOf({ start, end }: DatasetSequence): number {
  if (start === null || end === null) return 0;
  return Number(BigInt(end) - BigInt(start)) / nanosPerSecond;
}

function featureRows(names: readonly string[]): RowReader {
  const [id, category, label] = before.map((name) => names.indexOf(name));
  const numbers = names.flatMap((_, place) => (place === id || place === category ? [] : [place]));
  return {
    read(cells, line) {
      const wrong = numbers.find((place) => !isNumber(cells[place]));
      if (wrong !== undefined) return wrongMember(line, names[wrong], 'number');
      const row = numbers.filter((place) => place !== label).map((place) => cells[place]);
      const word = textOfCell(cells[category] ?? '');
      return exampleAt(line, {
        id: textOfCell(cells[id]),
        label: labelOfNumber(Number(cells[label])),
        category: word === '' ? null : word,
        shape: textKey(row.join(',')),
      });
    },
    end: () => undefined,
  };
}

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && Number.isFinite(Number(cell));
}

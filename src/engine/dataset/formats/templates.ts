import type { DatasetSequence } from '../sequence';
import { csvRow, textCell, textOfCell } from './csv-cells';
import type { CsvFormat, DatasetWriter, RowReader } from './format';
import { exampleAt, wrongMember } from './json-members';

const columns = ['template_id', 'template', 'records', 'normal', 'anomalous'] as const;

interface Counts {
  readonly template: string;
  normal: number;
  anomalous: number;
}

/** What is written and how often, in normal and in anomalous sequences. */
export const templates: CsvFormat = {
  name: 'templates',
  ending: 'csv',
  holds: 'templates',
  summary: { pattern: 'a table of the templates and how often they were written', values: [] },
  columns: ['template_id', 'template', 'records'],
  writer: () => new TemplateCounts(),
  reader: (names) => templateRows(names),
};

class TemplateCounts implements DatasetWriter {
  private readonly counts = new Map<number, Counts>();

  head(): string {
    return csvRow(columns);
  }

  write({ records, label }: DatasetSequence): string {
    for (const { templateId, template } of records) {
      const counts = this.counts.get(templateId) ?? { template, normal: 0, anomalous: 0 };
      counts[label]++;
      this.counts.set(templateId, counts);
    }
    return '';
  }

  end(): string {
    const rows = [...this.counts].sort(([a], [b]) => a - b);
    return rows
      .map(([id, { template, normal, anomalous }]) =>
        csvRow([id, textCell(template), normal + anomalous, normal, anomalous]),
      )
      .join('');
  }
}

function templateRows(names: readonly string[]): RowReader {
  const places = columns.map((column) => names.indexOf(column));
  return {
    read(cells, line) {
      const [id, template, ...counts] = places.map((place) => cells[place]);
      const wrong = counts.findIndex((count) => count !== undefined && !/^\d+$/.test(count));
      if (wrong >= 0) return wrongMember(line, columns[wrong + 2], 'count');
      return exampleAt(line, { id, texts: [textOfCell(template)] });
    },
    end: () => undefined,
  };
}

import { readerOf } from '../../../src/engine/dataset/check/file-lines';
import { TextLines } from '../../../src/engine/dataset/check/text-lines';
import type {
  DatasetExample,
  DatasetFormat,
  FormatProblem,
  WriterSettings,
} from '../../../src/engine/dataset/formats/format';
import { englishInstructions } from '../../../src/engine/dataset/instructions/english';
import type { DatasetSequence } from '../../../src/engine/dataset/sequence';

export const settings: WriterSettings = {
  instructions: englishInstructions,
  templates: [0, 1, 2, 5].map((templateId) => ({ templateId, template: `template ${templateId}` })),
};

/** A file as it is stored: through UTF-8 and back. */
export function written(
  format: DatasetFormat,
  sequences: readonly DatasetSequence[],
  how: WriterSettings = settings,
): string {
  const writer = format.writer(how);
  const text = writer.head() + sequences.map((one) => writer.write(one)).join('') + writer.end();
  return Buffer.from(text, 'utf8').toString('utf8');
}

export interface ReadBack {
  readonly format: DatasetFormat | undefined;
  readonly examples: readonly DatasetExample[];
  readonly problems: readonly FormatProblem[];
}

/** Recognises the format by the first line, as a check does. */
export function readBack(text: string): ReadBack {
  const examples: DatasetExample[] = [];
  const problems: FormatProblem[] = [];
  const lines: string[] = [];
  let format: DatasetFormat | undefined;
  const cut = new TextLines((line) => lines.push(line));
  cut.push(text);
  cut.end();
  const reader = readerOf(lines[0] ?? '', {
    format: (found) => {
      format = found;
    },
    read: ({ example, problem }) => (problem ? problems.push(problem) : examples.push(example)),
    noDataset: () => undefined,
  });
  if ('pattern' in reader) return { format, examples, problems };
  const isTable = format?.ending === 'csv';
  for (const [index, line] of lines.entries()) if (!isTable || index > 0) reader.push(line, index + 1);
  reader.end();
  return { format, examples, problems };
}

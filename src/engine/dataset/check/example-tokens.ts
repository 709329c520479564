import { tokensOf } from '../../triage/evidence/token-count';
import type {
  DatasetExample,
  DatasetFormat,
  JsonFormat,
  JsonObject,
  WriterSettings,
} from '../formats/format';
import type { DatasetSequence } from '../sequence';

/** Of all a model reads and answers. */
export function exampleTokens({
  context,
  texts,
  answer,
}: Pick<DatasetExample, 'context' | 'texts' | 'answer'>): number {
  return sumOf([...context, ...texts, answer ?? '']);
}

/** As whoever checks the file will count it, before it is written. Tables, which no model reads as they stand, count by their records. */
export function writtenTokens(
  format: DatasetFormat,
  settings: WriterSettings,
): (sequence: DatasetSequence) => number {
  if (format.ending === 'csv') return ({ records }) => sumOf(records.map(({ text }) => text));
  return lineTokens(format, settings);
}

/** Each sequence is a line by itself, so that one that is not written leaves no trace in its writer. */
function lineTokens(format: JsonFormat, settings: WriterSettings): (sequence: DatasetSequence) => number {
  const writer = format.writer(settings);
  return (sequence) => {
    const { example } = format.read(JSON.parse(writer.write(sequence)) as JsonObject, 1);
    if (example === undefined) throw new Error(`What was written as ${format.name} cannot be read back`);
    return exampleTokens(example);
  };
}

function sumOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + tokensOf(text), 0);
}

import type { DatasetExample, JsonFormat, JsonObject } from '../../engine/dataset/formats/format';
import { datasetFormats, jsonFormatOf } from '../../engine/dataset/formats/formats';
import { objectOf } from '../../engine/dataset/formats/json-members';
import type { VerdictWords } from '../../engine/dataset/instructions/verdict';
import type { SequenceLabel } from '../../engine/dataset/sequence';
import { categoryIn } from '../../engine/evaluate/classification/answer-category';
import { verdictIn } from '../../engine/evaluate/classification/answer-verdict';
import { type JsonLine, jsonLines } from '../datasets/jsonl-lines';
import { verdictWordsBeside } from '../datasets/verdict-words';
import { pause } from '../pause';
import { askedOf, type EvaluationExample } from './evaluation-example';
import { evaluationError } from './evaluation-problems';

export interface ReadExamples {
  readonly format: string;
  readonly examples: readonly EvaluationExample[];
  /** Lines that are no example of the format, or whose label cannot be read. */
  readonly skipped: number;
}

/** What an export calls problems; a data set may have its own. */
export const usualCategories = ['system', 'network', 'database', 'application', 'security'] as const;

const evaluated = datasetFormats.filter((format): format is JsonFormat => format.ending === 'jsonl');
/** Whoever waits on this thread waits no longer. */
const stepMs = 8;

/** The examples of a file whose answer is known; `onRead` hears how many there are by now. Throws InputError, or the signal's reason. */
export async function readExamples(
  path: string,
  language: 'en' | 'zh',
  signal: AbortSignal,
  onRead?: (examples: number) => void,
): Promise<ReadExamples> {
  const examples: EvaluationExample[] = [];
  const verdicts = await verdictWordsBeside(path);
  let format: JsonFormat | undefined;
  let [lines, pausedAt] = [0, performance.now()];
  for await (const { line, value } of jsonObjects(path)) {
    lines++;
    if (performance.now() - pausedAt > stepMs) {
      onRead?.(examples.length);
      await pause(signal);
      pausedAt = performance.now();
    }
    format ??= jsonFormatOf(Object.keys(value)) ?? refused(path);
    const example = exampleOf(format, value, line, { language, verdicts });
    if (example) examples.push(example);
  }
  onRead?.(examples.length);
  await pause(signal);
  if (format === undefined) throw refused(path);
  if (examples.length === 0) throw evaluationError('no-labels', path);
  return { format: format.name, examples, skipped: lines - examples.length };
}

interface Wording {
  readonly language: 'en' | 'zh';
  readonly verdicts: VerdictWords | undefined;
}

/** A table is told apart by its first line already. */
async function* jsonObjects(path: string): AsyncGenerator<JsonLine & { readonly value: JsonObject }> {
  if (path.endsWith('.csv')) throw refused(path);
  for await (const { line, value } of jsonLines(path)) yield { line, value: objectOf(value) ?? {} };
}

function refused(path: string): never {
  throw evaluationError('no-answers', path, evaluated.map(({ name }) => name).join(', '));
}

function exampleOf(
  format: JsonFormat,
  object: JsonObject,
  line: number,
  { language, verdicts }: Wording,
): EvaluationExample | undefined {
  const { example } = format.read(object, line, verdicts);
  const label = example && labelOf(example);
  if (!example || !label) return undefined;
  const text = example.texts.join('\n');
  return {
    line,
    label,
    verdicts,
    category: label === 'normal' ? null : categoryOf(example),
    asked: askedOf(object, format.name, text, language),
    text,
    entries: format.name === 'sequence' ? example.texts : text.split('\n'),
  };
}

function labelOf({ label, answer }: DatasetExample): SequenceLabel | null {
  return label ?? (answer === null ? null : verdictIn(answer));
}

function categoryOf({ category, answer }: DatasetExample): string | null {
  return category ?? (answer === null ? null : categoryIn(answer, usualCategories));
}

import type { Sentence } from '../../model/finding';
import type { DatasetExample } from '../formats/format';
import { shapeOf, textKey } from '../sequence-shape';
import type { IssueKind } from './dataset-report';
import type { SeenExample, SeenExamples } from './seen-examples';

/** Examples of the files of one format, by their text and by what is left of it without values. */
export interface SeenOfFormat {
  readonly exact: SeenExamples;
  readonly near: SeenExamples;
}

export interface Repetition {
  readonly kind: IssueKind;
  readonly sentence: Sentence;
}

/** Notes the example, and tells what of it stood before: nothing, its like, or the same. */
export function repetitionsOf(
  { texts, shape }: DatasetExample,
  here: SeenExample,
  seen: SeenOfFormat,
  nameOf: (file: number) => string,
): readonly Repetition[] {
  const near = seen.near.firstOr(shape ?? shapeOf(texts), here);
  const same = texts.length > 0 ? seen.exact.firstOr(textKey(texts.join('\n')), here) : undefined;
  if (same) return sameAs(same, here, nameOf(same.file));
  return near ? [likeness(near, here, nameOf(near.file))] : [];
}

function sameAs(same: SeenExample, here: SeenExample, name: string): readonly Repetition[] {
  const isHere = same.file === here.file;
  const sentence: Sentence = isHere
    ? { pattern: 'As in line {0}.', values: [same.line] }
    : { pattern: 'As in line {0} of {1}.', values: [same.line, name] };
  const repeated: Repetition = { kind: isHere ? 'duplicate' : 'leak', sentence };
  const hasOtherLabel = same.label !== null && here.label !== null && same.label !== here.label;
  return hasOtherLabel ? [{ kind: 'contradiction', sentence }, repeated] : [repeated];
}

function likeness(near: SeenExample, here: SeenExample, name: string): Repetition {
  if (near.file === here.file) {
    const values = [near.line];
    return { kind: 'near-duplicate', sentence: { pattern: 'Like line {0}, but for values.', values } };
  }
  const values = [near.line, name];
  return { kind: 'near-leak', sentence: { pattern: 'Like line {0} of {1}, but for values.', values } };
}

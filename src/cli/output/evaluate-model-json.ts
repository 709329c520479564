import type { EvaluatedModel } from '../../node/model-evaluation/evaluated-model';
import { sentenceText } from '../../protocol/sentence';
import { schema } from './json';

/** What `oddline evaluate-model --format json` writes: the figures, never an example or an answer. */
export function evaluateModelJson({ notes, ...evaluated }: EvaluatedModel): string {
  return `${JSON.stringify({ schema, ...evaluated, notes: notes.map((note) => sentenceText(note)) })}\n`;
}

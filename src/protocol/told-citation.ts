import type { CheckedCitation } from '../engine/citations/checked-citation';
import type { Sentence } from '../engine/model/finding';
import type { AnswerCitation } from './answer';

/** A citation as a page is told of it; `tell` puts a sentence into the reader's language. */
export function toldCitation(
  citation: CheckedCitation,
  tell: (sentence: Sentence) => string,
): AnswerCitation {
  const { label, document, firstLine, lastLine, says, failure } = citation;
  const note = failure === null ? says : tell(failure);
  return { label, document, firstLine, lastLine, isTrue: failure === null, note };
}

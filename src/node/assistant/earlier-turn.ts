import { sentenceText } from '../../protocol/sentence';
import type { StoredTurn } from './conversation';
import type { EarlierTurn } from './investigation';
import { reportMarkdown } from './report-markdown';

/** A turn as a model is told of it: what it said, of a report what held. */
export function earlierTurn({ question, said, report }: StoredTurn): EarlierTurn {
  if (said !== '' || report === null) return { question, answer: said };
  return { question, answer: reportMarkdown(report, (sentence) => sentenceText(sentence)) };
}

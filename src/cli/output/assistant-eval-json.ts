import { totalsOf } from '../../engine/evaluate/answers/answer-totals';
import { sentenceText } from '../../protocol/sentence';
import type { EvaluatedAnswerer } from './assistant-eval-text';
import { jsonList, schema } from './json';

/** What `oddline assistant-eval --format json` writes: the figures, never a question or an answer. */
export function* assistantEvalJson({
  name,
  destination,
  answers,
  cost,
}: EvaluatedAnswerer): Generator<string> {
  const totals = totalsOf(answers.map(({ score }) => score));
  const head = JSON.stringify({ schema, name, destination, cost, totals });
  yield `${head.slice(0, -1)},"answers":`;
  yield* jsonList(answers, ({ failure, ...answer }) => ({
    ...answer,
    failure: failure && sentenceText(failure),
  }));
  yield '}\n';
}

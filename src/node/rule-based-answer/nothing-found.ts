import { grouped } from '../../protocol/sentence';
import { type AnswerBlock, item, paragraph, part, plain } from './answer-block';
import type { RuleBasedInput } from './rule-based-input';

/** That nothing was found, what was looked at, and what was not: silence is no proof. */
export function nothingFound({ report: { overview, verdict } }: RuleBasedInput): AnswerBlock[] {
  const { records, errors, warnings } = overview.judged;
  if (records === 0)
    return [paragraph(part(plain('Nothing was judged: no record lies in what was looked at.')))];
  const first =
    verdict === 'unusual'
      ? plain('No line stands out by itself: the whole log is unlike its baseline.')
      : plain('Nothing unusual was found.');
  const looked = plain(
    'What was looked at: {0} records of {1} kinds.',
    grouped(records),
    grouped(overview.templates),
  );
  const usual = plain('Errors of a usual kind: {0}; warnings: {1}.', grouped(errors), grouped(warnings));
  return [
    paragraph(part(first), part(looked), part(usual)),
    paragraph(
      part(
        plain(
          'If something did break, this log does not show why: look into the logs of what else took part, or widen the time.',
        ),
      ),
    ),
    ...overview.notJudged.map((sentence) => item(part(sentence))),
  ];
}

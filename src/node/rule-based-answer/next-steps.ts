import type { Incident } from '../../engine/model/incident';
import { type AnswerBlock, item, paragraph, part, plain } from './answer-block';
import { citedLine } from './incident-parts';
import { nothingFound } from './nothing-found';
import type { RuleBasedInput } from './rule-based-input';

/** What to look at next, by the worst incident. */
export function nextSteps(input: RuleBasedInput): AnswerBlock[] {
  const { incidents, findings } = input.report;
  const compare =
    input.comparison === null
      ? [
          item(
            part(
              plain('Compare it with a log of a run that went well: what is new or missing names the cause.'),
            ),
          ),
        ]
      : [];
  const [worst] = incidents;
  if (worst !== undefined) return [...stepsOf(worst), ...compare];
  if (findings.length === 0) return [...nothingFound(input), ...compare];
  const strongest = findings.reduce((best, finding) => (finding.score > best.score ? finding : best));
  const cited = { line: strongest.line, says: strongest.excerpt };
  return [item(part(plain('Read the strangest line and what stands around it.'), cited)), ...compare];
}

function stepsOf(incident: Incident): AnswerBlock[] {
  const { hint, firstLine, worstLine, services, loudest, ids, timeline } = incident;
  const steps = [hint === null ? undefined : part(hint)];
  steps.push(part(plain('Read what stands before the first sign.'), citedLine(incident, firstLine)));
  if (worstLine !== firstLine)
    steps.push(part(plain('Then read the worst line.'), citedLine(incident, worstLine)));
  if (loudest !== null && services.length > 0 && loudest !== services[0])
    steps.push(
      part(plain('Leave {0} for later: it is the loudest, and the loudest is often a victim.', loudest)),
    );
  if (ids.length > 0)
    steps.push(part(plain('Follow `{0}` through the log: records of the incident share it.', ids[0])));
  if (!timeline.some(({ role }) => role === 'end'))
    steps.push(part(plain('Find out whether it goes on: the log does not show its end.')));
  return steps.flatMap((step) => (step === undefined ? [] : [item(step)]));
}

/** As an answer by itself. */
export function nextAnswer(input: RuleBasedInput): AnswerBlock[] {
  const [worst] = input.report.incidents;
  const about =
    worst === undefined
      ? []
      : [paragraph(part(plain('What to do about the worst incident:')), part(worst.title))];
  return [...about, ...nextSteps(input)];
}

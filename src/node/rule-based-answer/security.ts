import { type AnswerBlock, heading, paragraph, part, plain } from './answer-block';
import { findingItem, incidentItem } from './incident-parts';
import type { RuleBasedInput } from './rule-based-input';

const mostShown = 10;

/** Incidents and lines that concern security. */
export function security({ report }: RuleBasedInput): AnswerBlock[] {
  const incidents = report.incidents.filter(({ category }) => category === 'security').slice(0, mostShown);
  const findings = report.findings
    .filter(({ category }) => category === 'security')
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostShown);
  if (incidents.length === 0 && findings.length === 0)
    return [
      paragraph(
        part(plain('Nothing that concerns security was found by the rules.')),
        part(
          plain(
            'They know failed sign-ins, guessed passwords, refused rights, attacks by input and changed accounts as logs usually say them: what a log does not say, they do not see.',
          ),
        ),
      ),
    ];
  return [
    ...(incidents.length === 0
      ? []
      : [heading(plain('Incidents that concern security')), ...incidents.map(incidentItem)]),
    ...(findings.length === 0
      ? []
      : [heading(plain('Lines that concern security')), ...findings.map(findingItem)]),
  ];
}

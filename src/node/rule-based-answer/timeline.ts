import { type AnswerBlock, heading, paragraph, part, plain } from './answer-block';
import { entryItem, findingItem } from './incident-parts';
import { nothingFound } from './nothing-found';
import type { RuleBasedInput } from './rule-based-input';

const mostIncidents = 3;
const mostFindings = 15;

/** The course of the worst incidents; without one the unusual lines in the order of the log. */
export function timeline(input: RuleBasedInput): AnswerBlock[] {
  const { incidents, findings } = input.report;
  if (incidents.length > 0)
    return incidents
      .slice(0, mostIncidents)
      .flatMap(({ title, timeline: entries }) => [heading(title), ...entries.map(entryItem)]);
  if (findings.length === 0) return nothingFound(input);
  const strongest = findings.toSorted((a, b) => b.score - a.score).slice(0, mostFindings);
  return [
    paragraph(part(plain('No incident was found. The unusual lines in the order of the log:'))),
    ...strongest.toSorted((a, b) => a.line - b.line).map(findingItem),
  ];
}

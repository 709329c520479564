import type { Incident } from '../../engine/model/incident';
import type { LineNumber } from '../../engine/model/units';
import type { Headline } from '../../protocol/log-shape';
import { counted, grouped } from '../../protocol/sentence';
import { type AnswerBlock, heading, item, paragraph, part, plain } from './answer-block';
import { liesElsewhere } from './cause-elsewhere';
import { citedLine, findingItem, incidentItem } from './incident-parts';
import { nextSteps } from './next-steps';
import { nothingFound } from './nothing-found';
import type { RuleBasedInput } from './rule-based-input';

const mostIncidents = 3;
const mostFindings = 5;
const mostSteps = 3;
const mostDifferences = 3;
const mostOfMinor = 5;

/** What broke, since when, why, what next. */
export function summary(input: RuleBasedInput): AnswerBlock[] {
  const { incidents, findings } = input.report;
  if (incidents.length === 0 && findings.length === 0) return [...nothingFound(input), ...compared(input)];
  return [
    ...whatBroke(input),
    ...section('Since when', sinceWhen(input.headlines)),
    ...section('Why', why(input)),
    ...compared(input),
    ...section('What next', nextSteps(input).slice(0, mostSteps)),
  ];
}

function whatBroke({ report: { incidents, findings, verdict, overview } }: RuleBasedInput): AnswerBlock[] {
  const unusual =
    verdict === 'unusual'
      ? [
          paragraph(
            part(plain('The whole log is unusual, so single lines say less than they do in other logs.')),
          ),
        ]
      : [];
  const looked = counted(overview.records, 'One record was judged.', '{0} records were judged.');
  if (incidents.length === 0)
    return [
      ...unusual,
      paragraph(part(plain('No incident was found, but some lines are unusual.')), part(looked)),
      ...findings
        .toSorted((a, b) => b.score - a.score)
        .slice(0, mostFindings)
        .map(findingItem),
    ];
  const isMinor = incidents.every(isMinorIncident);
  const found = counted(
    incidents.length,
    'One incident was found.',
    '{0} incidents were found, the worst first.',
  );
  return [
    ...unusual,
    heading(isMinor ? plain('What stands out') : plain('What broke')),
    ...(isMinor
      ? [paragraph(part(plain('No clear sign of trouble was found: what stands out is minor.')))]
      : []),
    paragraph(part(found), part(looked)),
    ...incidents.slice(0, mostIncidents).map(incidentItem),
  ];
}

/** One kind of mild line, a few times: logs of a good day have some. */
function isMinorIncident({ severity, findings, timeline }: Incident): boolean {
  const records = timeline.reduce((sum, { role, count }) => (role === 'end' ? sum : sum + count), 0);
  return severity === 'low' && findings.length === 1 && records <= mostOfMinor;
}

function sinceWhen(headlines: readonly Headline[]): AnswerBlock[] {
  return headlines.map(({ message, line }) =>
    item(line === null ? part(message) : part(message, { line: (line + 1) as LineNumber, says: '' })),
  );
}

function why({ report: { incidents } }: RuleBasedInput): AnswerBlock[] {
  return incidents
    .slice(0, 1)
    .flatMap((incident) => [
      ...(liesElsewhere(incident) ? [item(part(notEnough, citedLine(incident, incident.firstLine)))] : []),
      ...(incident.hint === null ? [] : [item(part(incident.hint))]),
      ...incident.ruledOut.map((sentence) => item(part(sentence))),
    ]);
}

const notEnough = plain(
  'There is not enough evidence for the cause: the signs only tell that something else failed or gave no answer. Its own log of that time should tell why.',
);

function compared({ comparison }: RuleBasedInput): AnswerBlock[] {
  if (comparison === null) return [];
  const { findings, vanished, totals } = comparison;
  const telling = findings.toSorted((a, b) => b.score - a.score).slice(0, mostDifferences);
  const missing = vanished.slice(0, mostDifferences);
  return [
    heading(plain('Against the good log')),
    ...telling.map(({ excerpt, line }) =>
      item(part(plain('only here: `{0}`', excerpt), { line, says: excerpt })),
    ),
    ...missing.map(({ message }) => item(part(plain('missing here: `{0}`', message)))),
    paragraph(part(plain('Kinds of lines that are missing: {0}.', grouped(totals.vanished)))),
  ];
}

function section(title: string, blocks: readonly AnswerBlock[]): AnswerBlock[] {
  return blocks.length === 0 ? [] : [heading(plain(title)), ...blocks];
}

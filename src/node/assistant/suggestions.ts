import { timeText } from '../../engine/headlines/sentences';
import { type Sentence, severities } from '../../engine/model/finding';
import type { Incident } from '../../engine/model/incident';
import type { AnalysisReport, ComparisonReport } from '../../protocol/analysis';

/** What was found in a log, as far as questions come to mind from it. */
export type Findings = Pick<AnalysisReport, 'incidents'> & {
  readonly findings: readonly Pick<AnalysisReport['findings'][number], 'excerpt' | 'line' | 'score'>[];
};

export type Differences = {
  readonly [List in 'findings' | 'vanished']: readonly Pick<ComparisonReport[List][number], 'message'>[];
};

const leastQuestions = 3;
const mostQuestions = 5;
const longestText = 80;

/** Three to five questions worth asking about a log, the most telling first: of its incidents, of what differs from a good log, then of any log. */
export function suggestions(
  { incidents, findings }: Findings,
  differences?: Differences | undefined,
): Sentence[] {
  const worst = incidents.toSorted((a, b) => rankOf(b) - rankOf(a));
  const specific = [
    ...worst.slice(0, 2).map(causeOf),
    ...(differences === undefined ? [] : differenceQuestions(differences)),
    ...worst.slice(0, 1).flatMap(moreOf),
    ...(worst.length === 0 ? findingQuestions(findings) : []),
  ];
  const different = specific.filter((one, at) => specific.findIndex((other) => isSame(one, other)) === at);
  const missing = Math.max(0, leastQuestions - different.length);
  return [...different.slice(0, mostQuestions), ...ofAnyLog.slice(0, missing)];
}

const ofAnyLog: readonly Sentence[] = [
  { pattern: 'What wrote this log, and is anything in it unusual?', values: [] },
  { pattern: 'Which errors were there from the start, and which are new?', values: [] },
  { pattern: 'What should I check first?', values: [] },
];

function causeOf({ title, start, firstLine, services }: Incident): Sentence {
  const [service] = services;
  const text = shortened(String(title.values.length > 1 ? title.values[1] : title.values[0]));
  const at = start === null ? undefined : minuteText(start);
  if (at === undefined) return { pattern: 'What caused “{0}” (line {1})?', values: [text, firstLine] };
  if (service === undefined) return { pattern: 'What caused “{0}” at {1}?', values: [text, at] };
  return { pattern: 'Why did {0} say “{1}” at {2}?', values: [service, text, at] };
}

function moreOf({ services, loudest, category, start, firstLine, timeline }: Incident): Sentence[] {
  const [origin, victim] = services;
  const questions: Sentence[] = [];
  if (category === 'security') questions.push({ pattern: 'Did whoever tried this get in?', values: [] });
  if (origin !== undefined && loudest !== null && loudest !== origin)
    questions.push({ pattern: 'Is {0} the cause, or only the loudest?', values: [loudest] });
  if (victim !== undefined)
    questions.push({ pattern: 'How did the trouble of {0} reach {1}?', values: [origin, victim] });
  questions.push({ pattern: 'What changed right before line {0}?', values: [firstLine] });
  if (start !== null && !timeline.some(({ role }) => role === 'end'))
    questions.push({ pattern: 'Is the trouble that began at {0} over?', values: [minuteText(start)] });
  return questions;
}

function differenceQuestions({ findings, vanished }: Differences): Sentence[] {
  const added = findings.slice(0, 1).map(({ message }) => ({
    pattern: 'Why does “{0}” stand in this log and not in the good one?',
    values: [shortened(message)],
  }));
  const missing = vanished.slice(0, 1).map(({ message }) => ({
    pattern: 'Why is “{0}” missing from this log?',
    values: [shortened(message)],
  }));
  return [...added, ...missing];
}

function findingQuestions(findings: Findings['findings']): Sentence[] {
  const strongest = findings.toSorted((a, b) => b.score - a.score).slice(0, 2);
  return strongest.map(({ excerpt, line }) => ({
    pattern: 'What does “{0}” in line {1} mean?',
    values: [shortened(excerpt), line],
  }));
}

function rankOf({ severity }: Incident): number {
  return severities.indexOf(severity);
}

/** `09:26`, UTC as in the other sentences. */
function minuteText(time: string): string {
  return timeText(time).slice(11, 16);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > longestText ? `${characters.slice(0, longestText - 1).join('')}…` : line;
}

function isSame(one: Sentence, other: Sentence): boolean {
  return one.pattern === other.pattern && one.values.join('\n') === other.values.join('\n');
}

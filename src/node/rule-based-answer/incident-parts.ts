import { timeText } from '../../engine/headlines/sentences';
import type { Sentence, Severity } from '../../engine/model/finding';
import type { Incident, TimelineEntry } from '../../engine/model/incident';
import type { LineNumber } from '../../engine/model/units';
import type { ReportedFinding } from '../../protocol/analysis';
import { roleWords } from '../../protocol/incident-words';
import { counted } from '../../protocol/sentence';
import { type AnswerBlock, type AnswerPart, type CitedLine, item, part, plain } from './answer-block';

const severityWords: Readonly<Record<Severity, Sentence>> = {
  critical: { pattern: 'Critical', values: [] },
  high: { pattern: 'High', values: [] },
  medium: { pattern: 'Medium', values: [] },
  low: { pattern: 'Low', values: [] },
};

/** How bad, what, when; its first sign and its worst line prove it. */
export function incidentItem(incident: Incident): AnswerBlock {
  const { severity, title, start, end } = incident;
  const times = start === null ? [] : [part(timesSentence(start, end))];
  return item(part(severityWords[severity]), part(title, ...tellingLines(incident)), ...times);
}

function tellingLines(incident: Incident): CitedLine[] {
  const { firstLine, worstLine } = incident;
  const lines = firstLine === worstLine ? [firstLine] : [firstLine, worstLine];
  return lines.map((line) => citedLine(incident, line));
}

export function citedLine({ timeline }: Incident, line: LineNumber): CitedLine {
  return { line, says: timeline.find((entry) => entry.line === line)?.text ?? '' };
}

export function entryItem({ time, text, line, role, count }: TimelineEntry): AnswerBlock {
  const when = time === null ? [] : [part(plain('{0}', timeText(time)))];
  const word = roleWords[role];
  const marks: AnswerPart[] = [
    ...(word === undefined ? [] : [part(word)]),
    ...(count > 1 ? [part(counted(count, '1 record', '{0} records'))] : []),
  ];
  return item(...when, part(plain('`{0}`', text), { line, says: text }), ...marks);
}

export function findingItem({ severity, excerpt, line, reasons }: ReportedFinding): AnswerBlock {
  const why = reasons.slice(0, 1).map(({ message }) => part(message));
  return item(part(severityWords[severity]), part(plain('`{0}`', excerpt), { line, says: excerpt }), ...why);
}

function timesSentence(start: string, end: string | null): Sentence {
  if (end === null || end === start) return plain('at {0} (UTC)', timeText(start));
  return { pattern: 'from {0} to {1} (UTC)', values: [timeText(start), timeText(end)] };
}

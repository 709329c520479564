import type { Sentence } from '../../engine/model/finding';
import type { Incident, TimelineEntry } from '../../engine/model/incident';
import { categoryWords } from '../../protocol/incident-words';
import type { Tell } from '../../protocol/overview';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog } from '../shared/analyses';
import { entryMarks, incidentTimes, incidentTitle } from '../shared/incident-words';
import { logName } from '../shared/log-name';
import { timeWithin } from '../shared/log-time';
import { codeSpan, escapeMarkdown } from '../shared/markdown';
import { severityWords } from '../shared/severity-words';

const words = {
  whereToLook: { pattern: 'Where to look', values: [] },
  timeline: { pattern: 'Timeline', values: [] },
  time: { pattern: 'Time', values: [] },
  line: { pattern: 'Line', values: [] },
  text: { pattern: 'What the log says', values: [] },
  services: { pattern: 'Services', values: [] },
  mostErrors: { pattern: 'Most errors', values: [] },
  ids: { pattern: 'Ids', values: [] },
  ruledOut: { pattern: 'Ruled out', values: [] },
  gone: { pattern: 'This incident is no longer there: the log was judged anew.', values: [] },
} satisfies Readonly<Record<string, Sentence>>;

export interface PageVoice {
  /** As plain text. */
  readonly tell: Tell;
  /** As Markdown that no value can break out of. */
  readonly markdown: Tell;
  /** A line's number as Markdown, with a link where the page can have one. */
  readonly line: (line: number) => string;
}

/** An incident for people to read: what it is, where to look, its course, who is involved, and what it is not. */
export function incidentMarkdown(incident: Incident, log: AnalysedLog, voice: PageVoice): string {
  const { markdown } = voice;
  const parts = [
    `# ${markdown(incidentTitle(incident))}`,
    factsLine(incident, log, voice),
    incident.hint === null ? '' : `> **${markdown(words.whereToLook)}:** ${markdown(incident.hint)}`,
    `## ${markdown(words.timeline)}`,
    timeline(incident, log, voice),
    involved(incident, voice),
    ruledOut(incident, voice),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Of an incident that labels or another reading took away. */
export function goneMarkdown({ markdown }: Pick<PageVoice, 'markdown'>): string {
  return `${markdown(words.gone)}\n`;
}

function factsLine(incident: Incident, log: AnalysedLog, { tell }: PageVoice): string {
  const times = incidentTimes(incident, log.extent);
  const facts = [
    tell(categoryWords[incident.category]),
    ...(times === '' ? [] : [`${times} (UTC)`]),
    tell(counted(incident.findings.length, '1 anomaly', '{0} anomalies')),
    logName(log.uri),
  ];
  const severity = escapeMarkdown(tell(severityWords[incident.severity]));
  return [`**${severity}**`, ...facts.map(escapeMarkdown)].join(' · ');
}

function timeline({ timeline: entries }: Incident, log: AnalysedLog, voice: PageVoice): string {
  const { markdown } = voice;
  const titles = [words.time, words.line, words.text].map((title) => markdown(title));
  const rows = entries.map((entry) => timelineRow(entry, log, voice));
  return [`| ${titles.join(' | ')} |`, '| :-- | --: | :-- |', ...rows].join('\n');
}

function timelineRow(entry: TimelineEntry, log: AnalysedLog, { tell, line }: PageVoice): string {
  const time = entry.time === null ? '' : escapeMarkdown(timeWithin(log.extent, entry.time));
  const marks = entryMarks(entry, tell).map((mark) => `**${escapeMarkdown(mark)}**`);
  const says = [inTable(codeSpan(entry.text)), ...marks].join(' · ');
  return `| ${time} | ${line(entry.line)} | ${says} |`;
}

/** A bar would end the cell, also within code; a backslash before it is taken out again. */
function inTable(code: string): string {
  return code.replaceAll('|', '\\|');
}

function involved({ services, loudest, ids }: Incident, { markdown }: PageVoice): string {
  const isOther = loudest !== null && loudest !== services[0];
  const lists: readonly (readonly [Sentence, readonly string[]])[] = [
    [words.services, services],
    [words.mostErrors, isOther ? [loudest] : []],
    [words.ids, ids],
  ];
  return lists
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => `- **${markdown(title)}:** ${names.map(codeSpan).join(', ')}`)
    .join('\n');
}

function ruledOut({ ruledOut: sentences }: Incident, { markdown }: PageVoice): string {
  if (sentences.length === 0) return '';
  const title = `## ${markdown(words.ruledOut)}`;
  return [title, '', ...sentences.map((sentence) => `- ${markdown(sentence)}`)].join('\n');
}

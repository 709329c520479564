import type { Incident, TimelineEntry } from '../../engine/model/incident';
import { categoryWords, roleWords } from '../../protocol/incident-words';
import { counted, grouped } from '../../protocol/sentence';
import { timeText } from '../terminal/time-text';
import { severityWords, type Voice } from './finding-text';
import { joined } from './joined';

/** More at once nobody reads; the JSON holds them all. */
const mostShown = 5;
/** Enough of a line to know it again. */
const shownLength = 140;

/** What people read first: the worst incidents with their course; '' where there are none. `paths` only where there are several logs. */
export function incidentsText(
  incidents: readonly Incident[],
  paths: readonly string[],
  voice: Voice,
): string {
  if (incidents.length === 0) return '';
  const { palette, tell } = voice;
  const heading = palette.strong(tell(counted(incidents.length, '1 incident', '{0} incidents')));
  const shown = incidents.slice(0, mostShown).map((incident) => `\n${incidentText(incident, paths, voice)}`);
  const more = incidents.length - shown.length;
  const rest = { pattern: '{0} more incidents; --format json lists them.', values: [grouped(more)] };
  return `\n${heading}\n${shown.join('')}${more > 0 ? `\n${palette.faint(tell(rest))}\n` : ''}`;
}

/** One with its course. `paths` only where there are several logs. */
export function incidentText(incident: Incident, paths: readonly string[], voice: Voice): string {
  const { palette, tell } = voice;
  const { severity, category, title, timeline, source } = incident;
  const facts = [tell(categoryWords[category]), ...spanText(incident)];
  const place = paths.length > 1 ? [paths[source], ...facts] : facts;
  return [
    `${palette.severity[severity](tell(severityWords[severity]))}  ${palette.strong(tell(title))}\n`,
    `  ${palette.faint(joined(place, tell))}\n`,
    ...timeline.map((entry) => entryText(entry, voice)),
    ...incidentNotes(incident, tell).map((note) => `  - ${note}\n`),
  ].join('');
}

function spanText({ start, end }: Incident): string[] {
  if (start === null || end === null) return [];
  return [`${timeText(start)} – ${timeText(end)}`];
}

function entryText(entry: TimelineEntry, { palette, tell, fit }: Voice): string {
  const { line, time, text } = entry;
  const clock = time === null ? '' : `${timeText(time).split(' ')[1] ?? ''}  `;
  const marks = timelineMarks(entry, tell);
  const mark = marks === '' ? '' : `  ${palette.faint(marks)}`;
  const place = `${clock}${String(line).padStart(7)}`;
  const besides = place.length + 6 + (marks === '' ? 0 : marks.length + 2);
  return `    ${palette.faint(place)}  ${fit(shortened(text), besides)}${mark}\n`;
}

function shortened(text: string): string {
  return text.length <= shownLength ? text : `${text.slice(0, shownLength)}…`;
}

/** How many records a line stands for, and its part in the course; '' for one that says neither. */
export function timelineMarks({ count, role }: TimelineEntry, tell: Voice['tell']): string {
  const word = roleWords[role];
  const marks = [...(count > 1 ? [`×${grouped(count)}`] : []), ...(word === undefined ? [] : [tell(word)])];
  return marks.length === 0 ? '' : joined(marks, tell);
}

/** Where to look, who is involved, what it is not. */
export function incidentNotes(
  { hint, services, loudest, ids, ruledOut }: Incident,
  tell: Voice['tell'],
): string[] {
  const isOther = loudest !== null && loudest !== services[0];
  return [
    ...(hint === null ? [] : [tell(hint)]),
    ...(services.length === 0 ? [] : [tell({ pattern: 'services: {0}', values: [joined(services, tell)] })]),
    ...(isOther ? [tell({ pattern: 'most errors: {0}', values: [loudest] })] : []),
    ...(ids.length === 0 ? [] : [tell({ pattern: 'ids: {0}', values: [joined(ids, tell)] })]),
    ...ruledOut.map((sentence) => tell(sentence)),
  ];
}

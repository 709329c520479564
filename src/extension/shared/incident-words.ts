import type { Sentence } from '../../engine/model/finding';
import type { Incident, TimelineEntry } from '../../engine/model/incident';
import { roleWords } from '../../protocol/incident-words';
import type { Tell } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';
import { type LogExtent, timeWithin } from './log-time';
import { patternLabel } from './pattern-text';

/** Without the bracketed columns the log has before each message, such as a request id. */
export function incidentTitle({ title }: Incident): Sentence {
  const values = title.values.map((value) => (typeof value === 'string' ? patternLabel(value) : value));
  return { ...title, values };
}

/** `09:26:53 – 09:31:10`; '' without times. With the day only where the log spans several. */
export function incidentTimes({ start, end }: Incident, extent: LogExtent): string {
  if (start === null) return '';
  const from = timeWithin(extent, start);
  const until = end === null ? from : timeWithin(extent, end);
  return from === until ? from : `${from} – ${until}`;
}

/** What a line of the course stands for besides its text: its role, and how many records. */
export function entryMarks({ role, count }: TimelineEntry, tell: Tell): string[] {
  const word = roleWords[role];
  return [...(word === undefined ? [] : [tell(word)]), ...(count > 1 ? [`×${grouped(count)}`] : [])];
}

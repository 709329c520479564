import type { Evidence, Finding, Reason, Severity } from '../../engine/model/finding';
import type { Excerpts } from '../../node/excerpts';
import { repeatsSentence } from '../../protocol/repeats';
import type { Surroundings } from '../commands/command';
import { timeText } from '../terminal/time-text';
import { joined } from './joined';
import { placeText } from './place-text';

/** Enough of a line to know it again. */
const shownLength = 200;

export type Voice = Pick<Surroundings, 'palette' | 'tell' | 'fit'>;

export interface FindingContext {
  readonly excerpts: Excerpts;
  /** By source index; named only where there are several. */
  readonly paths: readonly string[];
  /** Ids of all findings: what else is shown was asked for. */
  readonly found: ReadonlySet<string>;
}

/** One finding: where, how bad and how often, its line, why, and what is usual. */
export async function findingText(
  finding: Finding,
  { excerpts, paths, found }: FindingContext,
  voice: Voice,
): Promise<string> {
  const { palette, tell } = voice;
  const severity = severityShown(finding, found);
  const worded = severity ? `${palette.severity[severity](tell(severityWords[severity]))}  ` : '';
  const time = finding.time === null ? '' : `  ${palette.faint(timeText(finding.time))}`;
  const score = tell({ pattern: 'score {0}', values: [finding.score.toFixed(2)] });
  const excerpt = await excerpts.of(finding.source, finding.line, shownLength);
  return [
    `${worded}${palette.strong(placeInLogs(finding, voice, paths))}${time}${repeatsText(finding, voice)}  ${palette.faint(score)}\n`,
    `  ${voice.fit(excerpt, 2)}\n`,
    ...finding.reasons.map((reason) => reasonText(reason, voice, paths)),
    finding.hint === null ? '' : `  ${palette.faint('→')} ${tell(finding.hint)}\n`,
  ].join('');
}

/** None below the threshold: such a record is shown because it was asked for, not because it is a finding. */
export function severityShown({ id, severity }: Finding, found: ReadonlySet<string>): Severity | undefined {
  return found.has(id) ? severity : undefined;
}

function repeatsText({ repeats }: Finding, { palette, tell }: Voice): string {
  const sentence = repeatsSentence(repeats, repeats.time === null ? null : timeText(repeats.time));
  return sentence === undefined ? '' : `  ${palette.strong(tell(sentence))}`;
}

/** The same words as the editor's. */
export const severityWords = {
  critical: { pattern: 'Critical', values: [] },
  high: { pattern: 'High', values: [] },
  medium: { pattern: 'Medium', values: [] },
  low: { pattern: 'Low', values: [] },
} as const;

function placeInLogs(
  place: Pick<Finding, 'source' | 'line' | 'endLine'>,
  { tell }: Voice,
  paths: readonly string[],
): string {
  const lines = placeText(place, tell);
  return paths.length > 1 ? joined([paths[place.source], lines], tell) : lines;
}

function reasonText({ message, evidence }: Reason, voice: Voice, paths: readonly string[]): string {
  const notes = evidence.map((item) => evidenceText(item, voice, paths));
  return `  - ${voice.tell(message)}\n${notes.join('')}`;
}

function evidenceText({ source, line, note }: Evidence, voice: Voice, paths: readonly string[]): string {
  const { palette, tell } = voice;
  const place = placeInLogs({ source, line, endLine: line }, voice, paths);
  return palette.faint(`      ${tell({ pattern: '{0} ({1})', values: [tell(note), place] })}\n`);
}

import type { Evidence, Finding, Reason } from '../../engine/model/finding';
import type { Excerpts } from '../../node/excerpts';
import type { Surroundings } from '../commands/command';
import { timeText } from '../terminal/time-text';

/** Enough of a line to know it again; terminals wrap what is longer. */
const shownLength = 200;

export type Voice = Pick<Surroundings, 'palette' | 'tell'>;

/** One finding: where and how bad, its line, why, and what is usual. `paths` only where there are several logs. */
export async function findingText(
  finding: Finding,
  excerpts: Excerpts,
  voice: Voice,
  paths: readonly string[],
): Promise<string> {
  const { palette, tell } = voice;
  const severity = palette.severity[finding.severity](tell(severityWords[finding.severity]));
  const time = finding.time === null ? '' : `  ${palette.faint(timeText(finding.time))}`;
  const score = tell({ pattern: 'score {0}', values: [finding.score.toFixed(2)] });
  const excerpt = await excerpts.of(finding.source, finding.line, shownLength);
  return [
    `${severity}  ${palette.strong(placeText(finding, voice, paths))}${time}  ${palette.faint(score)}\n`,
    `  ${excerpt}\n`,
    ...finding.reasons.map((reason) => reasonText(reason, voice, paths)),
  ].join('');
}

/** The same words as the editor's. */
const severityWords = {
  critical: { pattern: 'Critical', values: [] },
  high: { pattern: 'High', values: [] },
  medium: { pattern: 'Medium', values: [] },
  low: { pattern: 'Low', values: [] },
} as const;

function placeText({ source, line, endLine }: Finding, { tell }: Voice, paths: readonly string[]): string {
  const lines =
    line === endLine
      ? tell({ pattern: 'line {0}', values: [line] })
      : tell({ pattern: 'lines {0} to {1}', values: [line, endLine] });
  return paths.length > 1 ? `${paths[source]}, ${lines}` : lines;
}

function reasonText({ message, evidence }: Reason, voice: Voice, paths: readonly string[]): string {
  const notes = evidence.map((item) => evidenceText(item, voice, paths));
  return `  - ${voice.tell(message)}\n${notes.join('')}`;
}

function evidenceText(
  { source, line, note }: Evidence,
  { palette, tell }: Voice,
  paths: readonly string[],
): string {
  const place = tell({ pattern: 'line {0}', values: [line] });
  return palette.faint(`      ${paths.length > 1 ? `${paths[source]}, ` : ''}${place}: ${tell(note)}\n`);
}

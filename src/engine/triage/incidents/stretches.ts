import { volumePatterns as says } from '../../detectors/volume/sentences';
import type { Finding } from '../../model/finding';

const absences: ReadonlySet<string> = new Set([
  ...[says.downTemplate, says.downLevel, says.downAll],
  ...[says.silenceTemplate, says.silenceLevel, says.silenceAll],
  ...[says.missedBeats, says.lastBeat],
]);
const rates: ReadonlySet<string> = new Set([says.upTemplate, says.upLevel, says.upAll]);
const floods: ReadonlySet<string> = new Set([says.flood, says.floodAtLeast]);
const alarming: ReadonlySet<string> = new Set(['warn', 'error', 'fatal']);

/** What the strongest reason says. */
function isSaidBy({ reasons }: Finding, patterns: ReadonlySet<string>): boolean {
  return reasons.length > 0 && patterns.has(reasons[0].message.pattern);
}

export function tellsOfStretch({ reasons }: Finding): boolean {
  return reasons[0]?.detector === 'volume';
}

/** Less of something than usual. */
export function isAbsence(finding: Finding): boolean {
  return isSaidBy(finding, absences);
}

/** More mild lines of a kind than usual, whoever they are about. */
export function isRateAlone(finding: Finding): boolean {
  return !alarming.has(finding.level) && isSaidBy(finding, rates);
}

/** The value that far more records have than usual; undefined where the finding is about none. */
export function floodingValue(finding: Finding): string | undefined {
  return isSaidBy(finding, floods) ? String(finding.reasons[0].message.values[1]) : undefined;
}

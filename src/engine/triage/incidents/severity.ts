import type { Category, Finding, Severity } from '../../model/finding';
import { Level } from '../../model/level';
import type { RecordTable } from '../../model/record-table';
import type { Group } from './grouping';

/** Detectors that judge by what a line says. */
const byWords: ReadonlySet<string> = new Set(['level', 'rules']);

/**
 * How bad a trouble is follows from the harm its records show and how far it spread: a process or data lost is critical;
 * errors in several services, which means that requests fail, are high; errors of one service and what is said of safety are
 * medium; warnings and mere oddities low.
 */
export function severityOfGroup({ clues }: Group, category: Category, { level }: RecordTable): Severity {
  const failing = new Set<number>();
  let worst: number = Level.none;
  for (const { finding, episode, service, peers } of clues) {
    const own = level.get(episode.first) || levelByWords(finding);
    worst = Math.max(worst, own);
    if (own < Level.error) continue;
    for (const each of [service, ...peers]) failing.add(each);
  }
  if (worst >= Level.fatal) return 'critical';
  if (failing.size > 1) return 'high';
  const isSaid = clues.some(({ finding }) => finding.reasons.some(({ detector }) => byWords.has(detector)));
  return worst >= Level.error || (category === 'security' && isSaid) ? 'medium' : 'low';
}

/** Where a log gives no levels (syslog, plain text) words that make a finding by themselves stand for one. */
function levelByWords({ severity, reasons }: Finding): Level {
  if (severity === 'low' || !byWords.has(reasons[0]?.detector)) return Level.none;
  return severity === 'critical' ? Level.fatal : Level.error;
}

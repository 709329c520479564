import type { Sentence } from '../../engine/model/finding';
import type { AnalysedLog, AnalysisScope } from './analyses';
import { logName } from './log-name';
import { timeWithin } from './log-time';

export function isScoped({ baselines, from, until }: AnalysisScope): boolean {
  return baselines.length > 0 || from !== null || until !== null;
}

/** What was looked at and what it was compared with, where that is not the whole log by itself. */
export function scopeSentences({ scope, extent }: Pick<AnalysedLog, 'scope' | 'extent'>): Sentence[] {
  const shown = (time: string | null) => time && timeWithin(extent, time);
  const [from, until] = withoutZeroSeconds([shown(scope.from), shown(scope.until)]);
  return [...rangeSentence(from, until), ...baselineSentence(scope.baselines)];
}

function rangeSentence(from: string | null, until: string | null): Sentence[] {
  if (from !== null && until !== null) return [{ pattern: '{0}–{1} only', values: [from, until] }];
  if (from !== null) return [{ pattern: 'from {0} only', values: [from] }];
  return until === null ? [] : [{ pattern: 'until {0} only', values: [until] }];
}

function baselineSentence(baselines: readonly string[]): Sentence[] {
  if (baselines.length === 0) return [];
  const [path, ...others] = baselines;
  if (others.length === 0) return [{ pattern: 'against {0}', values: [logName({ path })] }];
  return [{ pattern: 'against {0} baselines', values: [baselines.length] }];
}

/** Where all are on the minute. */
function withoutZeroSeconds(times: readonly (string | null)[]): readonly (string | null)[] {
  const zero = ':00';
  if (times.some((time) => time !== null && !time.endsWith(zero))) return times;
  return times.map((time) => (time === null ? null : time.slice(0, -zero.length)));
}

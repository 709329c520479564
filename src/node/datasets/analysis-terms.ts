import { createHash } from 'node:crypto';
import type { DataCard } from '../../engine/dataset/card/data-card';
import { writtenTime } from '../../engine/dataset/formats/written-time';
import { isBeforeEnd, type TimeBound } from '../../engine/model/time-bound';
import type { Sensitivity } from '../../engine/triage/sensitivity';
import { canonicalJson } from '../store/canonical-json';

/** A list a person keeps in settings, and the file a command reads it from. */
export interface OwnList {
  readonly file: string;
  readonly entries: readonly unknown[];
}

/** By what, besides logs, labels and stores, the analysis behind an export was made: its command repeats it, its card tells it. */
export interface AnalysisTerms {
  readonly sensitivity: Sensitivity;
  /** Only records within may be findings. */
  readonly from: TimeBound;
  readonly until: TimeBound;
  /** Paths of good logs and of what was learned from some. */
  readonly baselines: readonly string[];
  /** Detectors count by what a store's labels made of them. */
  readonly isWeighted: boolean;
  /** Rules that stand in no store. */
  readonly rules: OwnList;
  /** What is hidden, too. */
  readonly patterns: OwnList;
}

/** What a command calls the files it reads lists of settings from, where nobody named some. */
export const settingFiles = { rules: 'rules.json', patterns: 'privacy-patterns.json' } as const;

const nanosPerSecond = 1_000_000_000n;
const secondsPerDay = 86_400n;

/** As a data card says it: only what is not usual. Of a person's own lists it tells which they are, and not what: patterns may tell what they hide. */
export function termSettings(terms: AnalysisTerms): DataCard['settings'] {
  const { sensitivity, from, until, baselines, isWeighted, rules, patterns } = terms;
  return {
    ...(sensitivity === 'normal' ? {} : { sensitivity }),
    ...(from === null ? {} : { from: boundText(from) }),
    ...(until === null ? {} : { until: boundText(until) }),
    ...(baselines.length === 0 ? {} : { baselines: baselines.length }),
    ...(isWeighted ? { learnedWeights: true } : {}),
    ...listSettings('ownRules', rules),
    ...listSettings('ownPatterns', patterns),
  };
}

function listSettings(name: string, { entries }: OwnList): DataCard['settings'] {
  if (entries.length === 0) return {};
  const sha256 = createHash('sha256').update(canonicalJson(entries)).digest('hex');
  return { [name]: entries.length, [`${name}Sha256`]: sha256 };
}

/** As `--since` and `--until` read it. */
export function boundText(bound: NonNullable<TimeBound>): string {
  if (!isBeforeEnd(bound)) return writtenTime(String(bound));
  const seconds = bound.beforeEnd / nanosPerSecond;
  return `${seconds / secondsPerDay}d${seconds % secondsPerDay}s`;
}

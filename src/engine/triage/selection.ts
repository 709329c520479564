import type { TemplateStatistics } from '../features/template-statistics';
import type { ResolvedLabels } from '../labels/resolve/resolved-labels';
import type { JudgedRecords } from '../model/analysis';
import { Uint32Column } from '../model/column';
import type { Severity } from '../model/finding';
import { Level } from '../model/level';
import type { RecordIndex } from '../model/units';
import { type Episode, episodeOf, Folding } from './folding';
import type { Fusion } from './fusion';
import type { Sayings } from './saying';
import { isFinding } from './sensitivity';
import { Severities } from './severity';
import { Strongest } from './strongest';
import { eligibleRuns, type TimeRange } from './time-range';

/** Records of the list that is shown whatever the threshold. */
const strangestCount = 20;
const stepEpisodes = 1 << 16;
/** Of what a person calls anomalous: nothing goes before it. */
const labelledScore = 1;

export interface Selection {
  /** At most `limit`, the highest scores; in order of their first records. */
  readonly findings: readonly Episode[];
  readonly severities: Severities;
  /** Findings, kept or not. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Lines of the first records of all of them. */
  readonly markedLines: number;
  /** Of those that detectors found, no label: what a person marks does not make a log unusual. */
  readonly detected: { readonly findings: number; readonly lines: number };
  /** At most 20, highest first: findings, then records below the threshold; none that no detector scored. */
  readonly strangest: readonly Episode[];
  /** Records that could have become findings. */
  readonly judged: JudgedRecords;
}

export interface Wanted {
  readonly range: TimeRange;
  /** Fused score a finding begins at. */
  readonly threshold: number;
  /** Findings made at most. */
  readonly limit: number;
  /** What people said decides, whatever the score. */
  readonly labels: ResolvedLabels;
}

/** Picks findings and strangest records; yields now and then. Of equal scores the earlier record goes first. */
export function* select(
  templates: TemplateStatistics,
  fusion: Fusion,
  sayings: Sayings,
  wanted: Wanted,
): Generator<void, Selection> {
  const { records } = templates;
  const { labels, threshold } = wanted;
  const folding = new Folding(records);
  const below = new Strongest<RecordIndex>(strangestCount);
  const judged = { records: 0, errors: 0, warnings: 0 };
  const look = (record: RecordIndex): void => {
    const score = fusion.score(record);
    const level = records.level.get(record);
    if (level >= Level.error) judged.errors++;
    else if (level === Level.warn) judged.warnings++;
    if (labels.fires(record)) folding.add(record, labelledScore, sayings.ofLabel(record, labels));
    else if (score <= 0 || labels.silences(record)) return;
    else if (score >= threshold) folding.add(record, score, sayings.of(record));
    else below.offer(record, score);
  };
  for (const { from, to } of eligibleRuns(records, wanted.range)) {
    for (let record = from; record < to; record++) look(record as RecordIndex);
    judged.records += to - from;
    yield;
  }
  const severities = new Severities(templates, fusion, labels);
  const episodes = yield* strongest(templates, folding, severities, wanted);
  const others = below.strongestFirst().map((record) => episodeOf(record, fusion.score(record)));
  const strangest = [...episodes.strangest, ...[...episodes.doubtful, ...others].sort(byScore)];
  return { ...episodes, severities, strangest: strangest.slice(0, strangestCount), judged };
}

const byScore = (a: Episode, b: Episode) => b.score - a.score || a.first - b.first;

interface Picked extends Omit<Selection, 'judged' | 'severities'> {
  /** At or above the threshold, but alone and hardly so: no findings. At most 20, highest first. */
  readonly doubtful: readonly Episode[];
}

/** Of the episodes, whose order is that of their first records. */
function* strongest(
  { records }: TemplateStatistics,
  folding: Folding,
  severities: Severities,
  { limit, threshold, labels }: Wanted,
): Generator<void, Picked> {
  const kept = new Strongest<number>(limit);
  const strangest = new Strongest<number>(strangestCount);
  const doubtful = new Strongest<number>(strangestCount);
  const found = new Uint32Column();
  let markedLines = 0;
  const detected = { findings: 0, lines: 0 };
  for (let index = 0; index < folding.length; index++) {
    if (index % stepEpisodes === 0) yield;
    const episode = folding.at(index);
    const { first, score, count } = episode;
    if (!labels.fires(first) && !isFinding(score, count, threshold, folding.isAgain(index))) {
      doubtful.offer(index, score);
      continue;
    }
    kept.offer(index, score);
    strangest.offer(index, score);
    found.push(index);
    severities.add(episode);
    const lines = records.lastLine(first) - records.firstLine.get(first) + 1;
    markedLines += lines;
    if (labels.fires(first)) continue;
    detected.findings++;
    detected.lines += lines;
  }
  yield;
  const episodes = (indices: readonly number[]) => indices.map((index) => folding.at(index));
  return {
    findings: episodes(kept.inOrder()),
    counts: countsOf(found, folding, severities),
    markedLines,
    detected,
    strangest: episodes(strangest.strongestFirst()),
    doubtful: episodes(doubtful.strongestFirst()),
  };
}

function countsOf(found: Uint32Column, folding: Folding, severities: Severities): Record<Severity, number> {
  const counts = { low: 0, medium: 0, high: 0, critical: 0 };
  for (let i = 0; i < found.length; i++) counts[severities.of(folding.at(found.get(i)))]++;
  return counts;
}

import { countQuery, type LogQuery, selectorOf } from '../../../engine/logql/log-query';
import type { Sentence } from '../../../engine/model/finding';
import type { VolumeSeries } from '../../../engine/survey/volume-series';
import { jsonObject } from '../http/answers';
import type { SurveyGrid } from '../survey-grid';
import type { Conversation } from './ascending';
import { type MetricSeries, metricSeries } from './counts';
import { msNs } from './times';
import { troubleOf } from './troubles';

/** Values of a label with a series of their own: the largest. */
const mostValues = 10;

export interface SurveyVolume {
  readonly series: readonly VolumeSeries[];
  readonly notes: readonly Sentence[];
}

/** Entries by level, and of all: what the server reads for it is the whole span. Null where it does not count. */
export async function volumeByLevel(
  talk: Conversation,
  query: LogQuery,
  grid: SurveyGrid,
): Promise<VolumeSeries[] | null> {
  const first = BigInt(grid.fromMs + grid.stepMs) * msNs;
  const last = BigInt(grid.fromMs + grid.steps * grid.stepMs) * msNs;
  const counting = countQuery(query, `${grid.stepMs}ms`, ['detected_level', 'level']);
  const found = await talk.counts.seriesIn(counting, first, last, BigInt(grid.stepMs));
  if (found === null) return null;
  const all = new Array<number>(grid.steps).fill(0);
  const levels = new Map<string, number[]>();
  for (const one of found) {
    const level = String(one.labels.detected_level ?? one.labels.level ?? '').toLowerCase();
    const counts = levels.get(level) ?? new Array<number>(grid.steps).fill(0);
    addTo(counts, one, grid);
    addTo(all, one, grid);
    levels.set(level, counts);
  }
  levels.delete('');
  const byLevel = [...levels].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    { by: 'all', labels: [], unit: 'entries', counts: all },
    ...byLevel.map(
      ([level, counts]) => ({ by: 'level', labels: [['level', level]], unit: 'entries', counts }) as const,
    ),
  ];
}

/** Bytes by the values of one label, by the index alone. Null where the server keeps no volumes. */
export async function volumeByLabel(
  { client }: Conversation,
  query: LogQuery,
  label: string,
  grid: SurveyGrid,
): Promise<VolumeSeries[] | null> {
  const answer = await client.quickly('/index/volume_range', {
    query: selectorOf(query),
    start: `${BigInt(grid.fromMs) * msNs}`,
    end: `${BigInt(grid.fromMs + grid.steps * grid.stepMs) * msNs}`,
    step: `${grid.stepMs / 1000}`,
    targetLabels: label,
    limit: `${mostValues}`,
  });
  if (answer.status !== 200) {
    const trouble = troubleOf(answer, client.source);
    // Not there, or too much for it: a survey does without.
    if (trouble.kind !== 'refused' || answer.status === 404 || answer.status === 400) return null;
    throw trouble.error;
  }
  return metricSeries(jsonObject(answer, client.source)).map((one) => {
    const counts = new Array<number>(grid.steps).fill(0);
    addTo(counts, one, grid);
    return { by: 'label', labels: [[label, String(one.labels[label] ?? '')]], unit: 'bytes', counts };
  });
}

/** A sample stands for the step before it; those of volumes a millisecond less. */
function addTo(counts: number[], { samples }: MetricSeries, { fromMs, stepMs, steps }: SurveyGrid): void {
  for (const { at, value } of samples) {
    const step = Math.ceil((Number(at / msNs) - fromMs) / stepMs) - 1;
    if (step >= 0 && step < steps) counts[step] += value;
  }
}

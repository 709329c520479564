import { scoreOfDecades } from '../detectors/decades-score';
import { History } from '../detectors/volume/history';
import { profileOf } from '../detectors/volume/profile';
import { tailDecades } from '../detectors/volume/robust';
import { TimeWindows } from '../detectors/volume/windows';
import type { Sentence } from '../model/finding';
import { levelShift } from './level-shift';
import { scaled } from './series-scale';
import type { StrangeWindow } from './strange-window';
import type { VolumeSeries } from './volume-series';
import { rareReason, reasonOf, shiftReason } from './window-reasons';

export interface VolumeGrid {
  /** A whole multiple of the step, milliseconds since the epoch. */
  readonly fromMs: number;
  readonly stepMs: number;
}

type Candidate = Omit<StrangeWindow, 'series' | 'score'> & { readonly decades: number };

const trouble = /^(?:warn|err|crit|fatal|emerg|alert|panic|severe)/i;
const mostWindows = 40;
/** Of a shift, so many steps are looked at: the change itself. */
const shiftSteps = 2;
/** Load comes and goes: what nobody calls a trouble must swell more before it is worth a look. */
const loadTimes = 5;
const troubleTimes = 2;
const fewSteps = 6;
/** Two windows are one where they share more than half of the shorter. */
const sharedPart = 0.5;
/** From here on a series tells a window, whatever others say more loudly. */
const clearScore = 0.4;

/** Windows of time in which a volume left its history, strongest first, each once: in the series that shows it best. */
export function strangeWindows(
  series: readonly VolumeSeries[],
  { fromMs, stepMs }: VolumeGrid,
): StrangeWindow[] {
  const steps = series[0]?.counts.length ?? 0;
  const windows = TimeWindows.ofWidth(stepMs, { fromMs, untilMs: fromMs + steps * stepMs - 1 }, steps);
  if (!windows) return [];
  const found = series.flatMap((one, index) =>
    candidatesOf(one, windows).map(({ decades, ...window }) => ({
      ...window,
      series: index,
      score: scoreOfDecades(decades * (isTrouble(one) ? 1 : 0.8)),
    })),
  );
  const ranked = found.filter(({ score }) => score > 0).sort(inRank);
  const kept: StrangeWindow[] = [];
  for (const window of ranked) {
    if (kept.some((other) => isSame(window, other))) continue;
    const best = toldBest(window, ranked, series);
    kept.push(kept.some((other) => isSame(best, other)) ? window : best);
    if (kept.length === mostWindows) break;
  }
  return kept;
}

function inRank(a: StrangeWindow, b: StrangeWindow): number {
  return b.score - a.score || a.from - b.from || a.series - b.series;
}

/** The same window in the series that says most about it: trouble, then a part, then the whole. It keeps its rank. */
function toldBest(
  window: StrangeWindow,
  all: readonly StrangeWindow[],
  series: readonly VolumeSeries[],
): StrangeWindow {
  const same = all.filter(
    (other) => other.kind === window.kind && other.score >= clearScore && isSame(window, other),
  );
  const telling = (one: StrangeWindow) =>
    isTrouble(series[one.series]) ? 2 : series[one.series].by === 'all' ? 0 : 1;
  const best = same.reduce((a, b) => (telling(b) > telling(a) ? b : a), window);
  return { ...best, score: window.score };
}

function candidatesOf(series: VolumeSeries, windows: TimeWindows): Candidate[] {
  const { counts, scale } = scaled(series);
  const present = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const isBad = isTrouble(series);
  if (isBad && present < fewSteps) return rare(series, present, windows);
  const usual = profileOf(counts, windows);
  const history = new History(counts, isBad ? troubleTimes : loadTimes, undefined, usual);
  // That there is less trouble than usual is no trouble.
  const departures = history.departures().filter(({ kind }) => kind === 'up' || !isBad);
  const left = departures.map((departure) => ({
    from: departure.from,
    to: departure.to,
    kind: kinds[departure.kind],
    decades: departure.decades,
    reason: reasonOf(departure, series, windows, scale),
  }));
  const shift = levelShift(counts, usual);
  if (!shift || (isBad && shift.after < shift.before)) return left;
  const reason: Sentence = shiftReason(shift, series, windows, scale);
  const from = Math.max(0, shift.at - 1);
  return [
    ...left,
    { from, to: shift.at + shiftSteps, kind: 'shift', decades: tailDecades(shift.sigmas), reason },
  ];
}

const kinds = { up: 'burst', down: 'drop', silence: 'silence' } as const;

/** Trouble that has no history: each time it comes is worth a look, the more entries the more. */
function rare(series: VolumeSeries, present: number, windows: TimeWindows): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < series.counts.length; from++) {
    if (series.counts[from] === 0) continue;
    let to = from;
    let count = 0;
    while (to < series.counts.length && series.counts[to] > 0) count += series.counts[to++];
    const decades = Math.log10(series.counts.length / present) + Math.log10(1 + count);
    found.push({
      from,
      to,
      kind: 'burst',
      decades,
      reason: rareReason(from, count, present, series, windows),
    });
    from = to;
  }
  return found;
}

function isTrouble({ by, labels }: VolumeSeries): boolean {
  return by === 'level' && labels.some(([, value]) => trouble.test(value));
}

function isSame(a: StrangeWindow, b: StrangeWindow): boolean {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared > sharedPart * Math.min(a.to - a.from, b.to - b.from);
}

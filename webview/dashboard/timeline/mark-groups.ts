import type { FindingMarks } from '../../../src/protocol/dashboard';

/** Marks that lie too close to be told apart on screen. */
export interface MarkGroup {
  /** Pixels from the left of the plot. */
  readonly x: number;
  readonly count: number;
  /** The worst of them: its severity in the order of `severities`, and its index among all marks. */
  readonly severity: number;
  readonly worst: number;
  /** The first few, by index among all marks. */
  readonly first: readonly number[];
}

/** As wide as a place to click at must be. */
export const slotWidth = 24;
const fewest = 3;

/** What the plot shows, in seconds since the epoch, and its width in pixels. */
export interface PlotSpan {
  readonly from: number;
  readonly seconds: number;
  readonly width: number;
}

interface Cluster {
  least: number;
  most: number;
  count: number;
  worst: number;
  first: number[];
}

/** One pass over the marks, however many they are; those without a time are in no group. Groups lie half a slot apart at least. */
export function markGroups(marks: FindingMarks, plot: PlotSpan): readonly MarkGroup[] {
  const { severities } = marks;
  const groups: Cluster[] = [];
  for (const [pixel, cluster] of [...byPixel(marks, plot)].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && pixel - Math.floor(last.least) < slotWidth) join(last, cluster, severities);
    else groups.push(cluster);
  }
  return groups.map(({ least, most, count, worst, first }) => ({
    x: (least + most) / 2,
    count,
    severity: severities[worst],
    worst,
    first,
  }));
}

function byPixel({ seconds, severities }: FindingMarks, plot: PlotSpan): ReadonlyMap<number, Cluster> {
  const pixels = new Map<number, Cluster>();
  const scale = plot.width / plot.seconds;
  for (let index = 0; index < seconds.length; index++) {
    const x = (seconds[index] - plot.from) * scale;
    // False of NaN, too.
    if (!(x >= 0 && x <= plot.width)) continue;
    const pixel = Math.floor(x);
    const cluster = pixels.get(pixel);
    const alone = { least: x, most: x, count: 1, worst: index, first: [index] };
    if (cluster) join(cluster, alone, severities);
    else pixels.set(pixel, alone);
  }
  return pixels;
}

function join(cluster: Cluster, other: Cluster, severities: Uint8Array): void {
  cluster.least = Math.min(cluster.least, other.least);
  cluster.most = Math.max(cluster.most, other.most);
  cluster.count += other.count;
  if (severities[other.worst] > severities[cluster.worst]) cluster.worst = other.worst;
  for (const index of other.first) if (cluster.first.length < fewest) cluster.first.push(index);
}

/** The group at a place, or the one nearest within reach. */
export function groupAt(
  groups: readonly MarkGroup[],
  x: number,
  reach = slotWidth / 2,
): MarkGroup | undefined {
  let nearest: MarkGroup | undefined;
  for (const group of groups) {
    const distance = Math.abs(group.x - x);
    if (distance <= reach && distance < Math.abs((nearest?.x ?? Number.POSITIVE_INFINITY) - x))
      nearest = group;
  }
  return nearest;
}

export interface MarkTally {
  readonly count: number;
  /** Index of the worst, the first of them where several are as bad; -1 where there is none. */
  readonly worst: number;
}

/** Marks from one moment to before another, in seconds since the epoch. */
export function marksWithin({ seconds, severities }: FindingMarks, from: number, until: number): MarkTally {
  let count = 0;
  let worst = -1;
  for (let index = 0; index < seconds.length; index++) {
    if (!(seconds[index] >= from && seconds[index] < until)) continue;
    count++;
    if (worst < 0 || severities[index] > severities[worst]) worst = index;
  }
  return { count, worst };
}

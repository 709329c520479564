import type { ComponentsOfLines } from '../../../src/protocol/log-shape';

export interface ServiceCells {
  /** Those with most anomalies first; what is left over stands together at the end, null. */
  readonly services: readonly (string | null)[];
  readonly bins: number;
  /** Seconds since the epoch, where the first bin begins, and its width. */
  readonly first: number;
  readonly width: number;
  /** Service by service. */
  readonly counts: Uint32Array;
}

const mostServices = 16;
const unnamed = 0xffff;

/** `seconds` and `components.ofLine` are of the same anomalies; those without a name or a time within are left out. */
export function serviceCells(
  seconds: Float64Array,
  components: ComponentsOfLines,
  first: number,
  last: number,
  bins: number,
): ServiceCells {
  const width = Math.max((last - first) / bins, 1e-6);
  const isWithin = (at: number) =>
    components.ofLine[at] !== unnamed && seconds[at] >= first && seconds[at] <= last;
  const totals = new Uint32Array(components.names.length);
  for (let at = 0; at < seconds.length; at++) if (isWithin(at)) totals[components.ofLine[at]]++;
  const ranked = [...totals.keys()]
    .filter((at) => totals[at] > 0)
    .sort((a, b) => totals[b] - totals[a] || a - b);
  const named = ranked.slice(0, mostServices);
  const rowOf = new Map(named.map((component, row) => [component, row]));
  const hasOthers = ranked.length > named.length;
  const counts = new Uint32Array((named.length + Number(hasOthers)) * bins);
  for (let at = 0; at < seconds.length; at++) {
    if (!isWithin(at)) continue;
    const row = rowOf.get(components.ofLine[at]) ?? named.length;
    counts[row * bins + Math.min(bins - 1, Math.floor((seconds[at] - first) / width))]++;
  }
  const services = [...named.map((component) => components.names[component]), ...(hasOthers ? [null] : [])];
  return { services, bins, first, width, counts };
}

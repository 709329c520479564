import type { FetchPlan, PlannedPart, StrangeWindow } from './strange-window';
import type { VolumeSeries } from './volume-series';

/** Of the budget, for what is usual. */
const aroundShare = 0.25;
const mostAroundSteps = 3;
const samplesOfNothing = 10;
/** Where only bytes are counted. */
const bytesPerEntry = 200;
/** A part of fewer entries says little. */
const fewestEntries = 50;

/** What to fetch within a budget of entries: the strange windows, strongest first, and a sample of the steps beside each. */
export function fetchPlan(all: VolumeSeries, strange: readonly StrangeWindow[], budget: number): FetchPlan {
  const counts = all.counts.map((count) =>
    all.unit === 'bytes' ? Math.round(count / bytesPerEntry) : count,
  );
  const draft = new PlanDraft(counts);
  const forStrange = Math.floor(budget * (1 - aroundShare));
  for (const { from, to } of strange) draft.add(from, to, 'strange', forStrange - draft.entries);
  // Of a silence, what stands beside it is all there is.
  const each = Math.floor((budget - draft.entries) / (2 * Math.max(1, strange.length)));
  for (const { from, to } of strange) {
    const length = Math.min(mostAroundSteps, to - from);
    draft.add(from - length, from, 'around', each);
    draft.add(to, to + length, 'around', each);
  }
  if (draft.parts.length === 0) draft.sample(budget);
  const parts = draft.parts.sort((a, b) => a.from - b.from);
  return { parts, entries: draft.entries };
}

class PlanDraft {
  readonly parts: PlannedPart[] = [];
  entries = 0;
  private readonly taken: boolean[];

  constructor(private readonly counts: readonly number[]) {
    this.taken = counts.map(() => false);
  }

  /** The steps that no part has yet, as one part for each run of them; nothing where the budget is too small or nothing is there. */
  add(from: number, to: number, why: PlannedPart['why'], budget: number): void {
    let left = budget;
    let start = Math.max(0, from);
    const end = Math.min(this.counts.length, to);
    while (start < end) {
      let stop = start;
      while (stop < end && !this.taken[stop]) stop++;
      if (stop > start) left -= this.take(start, stop, why, left);
      start = stop + 1;
    }
  }

  /** Steps here and there, where nothing is strange. */
  sample(budget: number): void {
    const stride = Math.max(1, Math.floor(this.counts.length / samplesOfNothing));
    const each = Math.floor(budget / samplesOfNothing);
    for (let step = 0; step < this.counts.length; step += stride) this.add(step, step + 1, 'around', each);
  }

  private take(from: number, to: number, why: PlannedPart['why'], budget: number): number {
    const count = this.counts.slice(from, to).reduce((sum, one) => sum + one, 0);
    const isSilent = count === 0;
    if (isSilent || (count > budget && budget < fewestEntries)) return 0;
    const entries = Math.min(count, budget);
    this.taken.fill(true, from, to);
    this.parts.push({ from, to, why, limit: entries < count ? entries : null, entries });
    this.entries += entries;
    return entries;
  }
}

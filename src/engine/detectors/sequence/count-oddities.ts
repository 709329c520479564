import type { AskedVector, CountModel, CountSurprise } from './count-model';
import { binIn, leastCount } from './count-vector';
import { type CountOddity, leastSurprise, surpriseAt } from './oddity';

/** A count that is odd. */
export interface OddCount extends CountSurprise {
  readonly kind: CountOddity['kind'];
  /** What most of the sequences compared have of it. */
  readonly usual: number;
}

/**
 * The counts of a sequence that are odd, strongest first; what one of them explains is not told again.
 *
 * Greedy: the most surprising count comes first, and then no longer tells what to expect of the others. What usually
 * accompanies an oddity found before counts as much as it surprises beside that: after a retry the three events of which
 * every retry consists are not three more.
 */
export function oddCounts(model: CountModel, asked: AskedVector): OddCount[] {
  const byEvent = suspects(model, asked);
  const odd: OddCount[] = [];
  while (byEvent.size > 0) {
    const strongest = strongestOf(byEvent);
    if (strongest === undefined || strongest.surprise < leastSurprise) break;
    odd.push(described(strongest, model, asked));
    byEvent.delete(strongest.event);
    for (const suspect of byEvent.values()) discharge(suspect, strongest.event, model, asked);
  }
  return odd;
}

/** What speaks against an event's count, and the least surprise an oddity found before explains it down to. */
interface Suspect {
  readonly surprises: CountSurprise[];
  ceiling: number;
}

function suspects(model: CountModel, asked: AskedVector): Map<number, Suspect> {
  const byEvent = new Map<number, Suspect>();
  const has = new Set(asked.vector.events);
  for (const given of [null, ...model.conditions]) {
    for (const found of oddAmong(model, asked, given, has)) {
      const suspect = byEvent.get(found.event);
      if (suspect === undefined) byEvent.set(found.event, { surprises: [found], ceiling: Infinity });
      else suspect.surprises.push(found);
    }
  }
  for (const { surprises } of byEvent.values()) surprises.sort((a, b) => b.surprise - a.surprise);
  return byEvent;
}

/** Events that are there, and those that should be. */
function oddAmong(
  model: CountModel,
  asked: AskedVector,
  given: number | null,
  has: ReadonlySet<number>,
): CountSurprise[] {
  const slice = model.sliceOf(asked, given);
  if (surpriseAt(0, slice.size - asked.own) < leastSurprise) return [];
  const found: CountSurprise[] = [];
  const consider = (event: number): void => {
    const odd = event === given ? undefined : model.oddIn(slice, asked, event, given);
    if (odd !== undefined) found.push(odd);
  };
  for (const event of asked.vector.events) consider(event);
  for (const event of slice.usualEvents) if (!has.has(event)) consider(event);
  return found;
}

function strongestOf(byEvent: ReadonlyMap<number, Suspect>): CountSurprise | undefined {
  let best: CountSurprise | undefined;
  for (const { surprises, ceiling } of byEvent.values()) {
    const first = surprises[0];
    if (first === undefined) continue;
    const surprise = Math.min(first.surprise, ceiling);
    if (best === undefined || surprise > best.surprise) best = { ...first, surprise };
  }
  return best;
}

function discharge(suspect: Suspect, odd: number, model: CountModel, asked: AskedVector): void {
  const left = suspect.surprises.filter(({ given }) => given !== odd);
  suspect.surprises.splice(0, suspect.surprises.length, ...left);
  if (left.length === 0 || !model.conditions.has(odd)) return;
  const beside = model.surprise(asked, left[0].event, odd);
  if (beside.alike > 0) suspect.ceiling = Math.min(suspect.ceiling, beside.surprise);
}

function described(found: CountSurprise, model: CountModel, asked: AskedVector): OddCount {
  const slice = model.sliceOf(asked, found.given);
  const usual = slice.histogram(found.event).usual(slice.size);
  const bin = binIn(asked.vector, found.event);
  const isUnknown = bin > 0 && model.all.histogram(found.event).having === asked.own;
  const less = bin === 0 ? 'missing-event' : 'less-often';
  const more = isUnknown ? 'unknown-event' : 'more-often';
  return { ...found, kind: bin > usual ? more : less, usual: leastCount(usual) };
}

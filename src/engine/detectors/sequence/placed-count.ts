import type { CountModel, CountSurprise } from './count-model';
import { binIn, type CountVector, leastCount } from './count-vector';
import type { CountOddity, EventSequence } from './oddity';

/** Says of an odd count where in the sequence it shows, and what was to be expected. */
export function placedCount(
  odd: CountSurprise,
  model: CountModel,
  vector: CountVector,
  sequence: EventSequence,
): CountOddity {
  const { event, given, compared, alike, surprise } = odd;
  const slice = model.sliceOf({ vector, own: 0 }, given);
  const places = placesOf(event, sequence);
  const usual = leastCount(slice.histogram(event).usual(slice.size));
  const many = binIn(vector, event) > slice.histogram(event).usual(slice.size);
  return {
    kind: kindOf(places.length, many, usual, model.all.histogram(event).having === 0),
    event,
    position: many ? places[Math.min(usual, places.length - 1)] : sequence.length,
    count: places.length,
    usual,
    given: given === null ? null : { event: given, count: placesOf(given, sequence).length },
    compared,
    alike,
    surprise,
  };
}

function kindOf(count: number, many: boolean, usual: number, unknown: boolean): CountOddity['kind'] {
  if (many) return unknown && usual === 0 ? 'unknown-event' : 'more-often';
  return count === 0 ? 'missing-event' : 'less-often';
}

function placesOf(event: number, sequence: EventSequence): number[] {
  const places: number[] = [];
  for (let at = 0; at < sequence.length; at++) if (sequence[at] === event) places.push(at);
  return places;
}

import type { OddCount } from './count-oddities';
import type { CountOddity, EventSequence } from './oddity';

/** Says of an odd count where in the sequence it shows. */
export function placedCount(odd: OddCount, sequence: EventSequence): CountOddity {
  const { kind, event, given, usual, compared, alike, surprise } = odd;
  const places = placesOf(event, sequence);
  const isMore = kind === 'unknown-event' || kind === 'more-often';
  return {
    kind,
    event,
    position: isMore ? places[Math.min(usual, places.length - 1)] : sequence.length,
    count: places.length,
    usual,
    given: given === null ? null : { event: given, count: placesOf(given, sequence).length },
    compared,
    alike,
    surprise,
  };
}

function placesOf(event: number, sequence: EventSequence): number[] {
  const places: number[] = [];
  for (let at = 0; at < sequence.length; at++) if (sequence[at] === event) places.push(at);
  return places;
}

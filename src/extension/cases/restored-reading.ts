import type { SourceIndex } from '../../engine/model/units';
import type { LinePlace, Reading } from '../../protocol/reading';

/**
 * How the log is to be read where its sources stand in another order by now: `sources[i]` is what source i of the case is in the log
 * opened, -1 where it is not there; its marks are left out then.
 */
export function restoredReading(reading: Reading, sources: readonly number[]): Reading {
  const moved = <Place extends LinePlace>(places: readonly Place[]): Place[] =>
    places.flatMap((place) => {
      const source = sources[place.source] ?? -1;
      return source < 0 ? [] : [{ ...place, source: source as SourceIndex }];
    });
  const clockOffsets: number[] = [];
  for (const [i, offset] of reading.clockOffsets.entries()) {
    const source = sources[i] ?? -1;
    if (source >= 0) clockOffsets[source] = offset;
  }
  return {
    ...reading,
    unfolded: moved(reading.unfolded),
    bookmarks: moved(reading.bookmarks),
    clockOffsets: Array.from(clockOffsets, (offset) => offset ?? 0),
  };
}

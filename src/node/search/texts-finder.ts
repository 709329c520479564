import { ByteFinder, type SoughtBytes } from './byte-finder';
import type { PieceText } from './piece-text';

/** Finds the nearest of several sequences of bytes. */
export class TextsFinder {
  private readonly finders: readonly ByteFinder[];
  /** Where each stands next, as far as was looked; it stands nowhere before. */
  private readonly places: number[];

  constructor(sought: readonly SoughtBytes[]) {
    this.finders = sought.map((one) => new ByteFinder(one));
    this.places = sought.map(() => -1);
  }

  /** Where one of them stands first in `[from, end)` of the text, or -1. Asked with rising places, from the text's `start` on. */
  next(text: PieceText, from: number, end: number): number {
    const { finders, places } = this;
    if (from === text.start) places.fill(-1);
    let nearest = end;
    for (let i = 0; i < finders.length; i++) {
      if (places[i] < from) {
        const place = finders[i].next(text, from, end);
        places[i] = place < 0 ? end : place;
      }
      nearest = Math.min(nearest, places[i]);
    }
    return nearest < end ? nearest : -1;
  }
}

import type { SequenceLabel } from '../sequence';

/** Where an example stood first, and what it was called. */
export interface SeenExample {
  readonly file: number;
  readonly line: number;
  readonly label: SequenceLabel | null;
}

const labels: readonly (SequenceLabel | null)[] = [null, 'normal', 'anomalous'];
const labelBits = 4;
const lineBits = 2 ** 32;

/** First places by key, as two numbers an example: files of millions of them are checked in memory. */
export class SeenExamples {
  private readonly places = new Map<number, number>();

  /** The first with this key, or undefined after noting that this one is. */
  firstOr(key: number, { file, line, label }: SeenExample): SeenExample | undefined {
    const place = this.places.get(key);
    if (place !== undefined) return unpacked(place);
    this.places.set(key, (file * lineBits + line) * labelBits + labels.indexOf(label));
    return undefined;
  }
}

function unpacked(place: number): SeenExample {
  const at = Math.floor(place / labelBits);
  return { file: Math.floor(at / lineBits), line: at % lineBits, label: labels[place % labelBits] };
}

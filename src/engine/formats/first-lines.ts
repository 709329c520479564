import type { FormatVariant, Header } from './format';
import { afterNuls, type LogReader } from './log-reader';

/**
 * Reads lines known to begin records, in any order and each for itself: what `LogReader.forFirstLine` does, for many lines
 * without a reader each.
 */
export class FirstLines {
  private readonly variants: readonly FormatVariant[];
  /** The way of writing the line read last is in; undefined where no format of the log knows it. */
  variant: FormatVariant | undefined;

  constructor(private readonly reader: LogReader) {
    this.variants = reader.recognised.chosen.map(({ variant }) => variant);
  }

  /** False where the line begins no record any more. */
  read(bytes: Uint8Array, start: number, end: number, header: Header): boolean {
    const from = afterNuls(bytes, start, end);
    for (const variant of this.variants) {
      // One that remembers open quotes must not remember those of another line.
      const reads = variant.fresh?.() ?? variant;
      if (!reads.read(bytes, from, end, header, this.reader.context)) continue;
      this.variant = reads;
      return true;
    }
    this.variant = undefined;
    return this.reader.forFirstLine().read(bytes, start, end, header);
  }
}

import { TransitionCounts } from '../../../features/transition-counts';
import { chanceOfNew } from './chance';
import type { EventStream } from './event-stream';

/** Stands for a position without one. */
const noSymbol = 0xfffffffe;

/** Fewer times have not shown what follows. */
const fewestTimes = 50;

/** What stands on one side of a symbol. */
export interface StepSide {
  count: number;
  kinds: number;
  singles: number;
  /** The commonest, and how often it is. */
  usual: number;
  most: number;
}

/** Hears the steps within segments, with the position each leads to. */
export function eachStep(
  { starts, isKnown }: EventStream,
  symbols: Uint32Array,
  known: boolean,
  hear: (from: number, to: number, position: number) => void,
): void {
  for (let segment = 0; segment < isKnown.length; segment++) {
    if ((isKnown[segment] === 1) !== known) continue;
    for (let at = starts[segment] + 1; at < starts[segment + 1]; at++)
      if (symbols[at - 1] !== noSymbol && symbols[at] !== noSymbol) hear(symbols[at - 1], symbols[at], at);
  }
}

/** Which symbol follows which: in the baseline where there is one, else in the log, where a step is not compared with itself. */
export class StepTable {
  readonly isKnown: boolean;
  private readonly counts = new TransitionCounts();
  private readonly after = new Map<number, StepSide>();
  private readonly before = new Map<number, StepSide>();

  constructor(
    private readonly stream: EventStream,
    private readonly symbols: Uint32Array,
  ) {
    this.isKnown = stream.isKnown.includes(1);
    eachStep(stream, symbols, this.isKnown, (from, to) => this.counts.add(from, to));
    this.counts.forEach((from, to, count) => {
      note(this.after, from, to, count);
      note(this.before, to, from, count);
    });
  }

  count(from: number, to: number): number {
    return this.counts.count(from, to);
  }

  sideAfter(symbol: number): StepSide | undefined {
    return this.after.get(symbol);
  }

  sideBefore(symbol: number): StepSide | undefined {
    return this.before.get(symbol);
  }

  /** By position a number for the step that leads there, where it is known: the symbols of contexts of two. */
  stepIds(): Uint32Array {
    const ids = new Uint32Array(this.symbols.length).fill(noSymbol);
    for (const known of [true, false]) {
      eachStep(this.stream, this.symbols, known, (from, to, position) => {
        const id = this.counts.find(from, to);
        if (id >= 0) ids[position] = id;
      });
    }
    return ids;
  }

  /** −log10 of the chance of a step that was seen `alike` times and nowhere else, on this side. */
  decades({ count, kinds, singles }: StepSide, alike: number): number {
    const own = this.isKnown ? 0 : alike;
    const others = count - own;
    if (others < fewestTimes || this.counts.full) return 0;
    const chance = chanceOfNew(others, Math.max(1, kinds - (own > 0 ? 1 : 0)), singles - (own === 1 ? 1 : 0));
    return -Math.log10(Math.min(1, chance * Math.max(1, own)));
  }
}

function note(sides: Map<number, StepSide>, symbol: number, other: number, count: number): void {
  const side = sides.get(symbol) ?? { count: 0, kinds: 0, singles: 0, usual: other, most: 0 };
  sides.set(symbol, side);
  side.count += count;
  side.kinds++;
  if (count === 1) side.singles++;
  // Of equals the smaller symbol: a table is gone through in no order that means anything.
  if (count > side.most || (count === side.most && other < side.usual)) {
    side.most = count;
    side.usual = other;
  }
}

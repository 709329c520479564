import type { Sentence } from '../../engine/model/finding';
import type { FetchProgress } from '../../protocol/sources';

/** Ten a second: more is not seen, and each costs a message. */
const intervalMs = 100;
/** A tail may run for days: of what it said the newest are kept. */
const mostNotes = 200;

/** What people are told of one fetch: complete snapshots, not too many of them, the last one always. */
export class FetchTeller {
  private snapshot: FetchProgress;
  private lastTold = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  private isWhole = true;

  constructor(
    id: number,
    private readonly tellHost: (snapshot: FetchProgress) => void,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.snapshot = { id, phase: 'asking', entries: 0, bytes: 0, reached: null, share: null, notes: [] };
  }

  get notes(): readonly Sentence[] {
    return this.snapshot.notes;
  }

  /** Nobody said that something is missing. */
  get complete(): boolean {
    return this.isWhole;
  }

  readonly note = (sentence: Sentence, missing?: 'missing'): void => {
    if (missing) this.isWhole = false;
    if (this.notes.some((known) => isSame(known, sentence))) return;
    this.change({ notes: [...this.notes, sentence].slice(-mostNotes) });
  };

  readonly change = (change: Partial<Omit<FetchProgress, 'id'>>): void => {
    this.snapshot = { ...this.snapshot, ...change };
    const wait = this.lastTold + intervalMs - this.now();
    if (wait <= 0) this.tell();
    else this.timer ??= setTimeout(() => this.tell(), wait).unref();
  };

  /** Nothing is told after this. */
  end(change: Partial<Omit<FetchProgress, 'id'>>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.tell();
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.lastTold = this.now();
    this.tellHost(this.snapshot);
  }
}

function isSame(one: Sentence, other: Sentence): boolean {
  return one.pattern === other.pattern && one.values.every((value, i) => value === other.values[i]);
}

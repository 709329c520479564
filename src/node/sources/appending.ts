import type { Sentence } from '../../engine/model/finding';
import type { FetchProgress, FetchRequest, FetchSummary, LastEntries } from '../../protocol/sources';
import type { FreeRoom } from '../lines/disk-room';
import { EntryTexts } from './entry-text';
import { FetchTeller } from './fetch-teller';
import { SpoolWriter } from './remote-spool';
import type { SourceBatch } from './source-reader';

interface AppendingParts {
  readonly onProgress: (snapshot: FetchProgress) => void;
  readonly free?: FreeRoom;
}

const lineFeed = 0x0a;
const encoder = new TextEncoder();

/** What a reader hands over, on its way into the spool: counted, told, and as text. */
export class Appending {
  private readonly texts = new EntryTexts();
  private entries = 0;
  private last: LastEntries | null;
  private givenBytes = 0;

  private constructor(
    private readonly writer: SpoolWriter,
    private readonly teller: FetchTeller,
    private readonly phase: FetchProgress['phase'],
    after: FetchSummary | null,
  ) {
    this.entries = after?.entries ?? 0;
    this.last = after?.last ?? null;
  }

  /** `phase` while entries come. `after`: what filled the spool so far; counting goes on behind it. Throws InputError `no-room`. */
  static async begin(
    { id, spool }: Pick<FetchRequest, 'id' | 'spool'>,
    { onProgress, free }: AppendingParts,
    phase: 'fetching' | 'live',
    after: FetchSummary | null = null,
  ): Promise<Appending> {
    const writer = await SpoolWriter.open(spool, free ? { free } : {});
    const teller = new FetchTeller(id, onProgress);
    const appending = new Appending(writer, teller, phase, after);
    teller.change({ entries: appending.entries, bytes: writer.bytes, notes: after?.notes ?? [] });
    return appending;
  }

  /** Nothing came. */
  get isEmpty(): boolean {
    return this.givenBytes === 0;
  }

  readonly note = (sentence: Sentence, missing?: 'missing'): void => this.teller.note(sentence, missing);

  readonly tell = (change: Partial<Pick<FetchProgress, 'phase' | 'share'>>): void =>
    this.teller.change(change);

  readonly reached = (last: LastEntries): void => {
    this.last = last;
  };

  /** Throws InputError `spool-full`, `senseless-time`. */
  async append(batch: SourceBatch): Promise<void> {
    const lines = batch.kind === 'bytes' ? batch.bytes : encoder.encode(this.texts.of(batch.entries));
    if (lines.length === 0) return;
    this.givenBytes += lines.length;
    await this.writer.write(lines);
    const count = batch.kind === 'bytes' ? lineEndsIn(lines) : batch.entries.length;
    this.entries += count;
    const reached = batch.kind === 'entries' ? { reached: batch.entries.at(-1)?.time ?? null } : {};
    this.teller.change({ phase: this.phase, entries: this.entries, bytes: this.writer.bytes, ...reached });
  }

  async flush(): Promise<void> {
    await this.writer.flush();
    this.teller.change({ bytes: this.writer.bytes });
  }

  /** Whatever happened: what came is written, and said for the last time. */
  async end(): Promise<void> {
    await this.writer.close();
    this.teller.end({ entries: this.entries, bytes: this.writer.bytes, phase: 'done' });
  }

  summary(): FetchSummary {
    const { entries, last } = this;
    const { notes, complete } = this.teller;
    return { entries, bytes: this.writer.bytes, complete, notes, last };
  }
}

function lineEndsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}

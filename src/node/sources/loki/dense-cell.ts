import type { LogQuery } from '../../../engine/logql/log-query';
import type { Sentence } from '../../../engine/model/finding';
import { transportFailure } from '../http/transport-failure';
import type { Asking, SourceEntry } from '../source-reader';
import { byCharacters, byLabels, type Piece } from './cell-splits';
import type { Counts } from './counts';
import { type LokiClient, longDeadlineMs } from './loki-client';
import type { PageEntries } from './page-entries';
import { compareTimes, msNs } from './times';

/**
 * Entries a request may bring of one time stamp: Loki's work grows with the square of those that pass its filters (12,000 of one
 * time took 4 s at rest, 1,000 of the same 12,000 took 0.1 s).
 */
const leafMost = 1000;
const fewest = 8;
/** So many are put in order of time before they are handed over; of more, each part of them is. */
const mostHeld = 200_000;

/**
 * All entries of one millisecond where more of them have one time stamp than a page holds: paging by time cannot part them, so
 * the query is split by what the entries are, first by labels of their streams, then by characters at one place of their text, until
 * each part fits into a page. What cannot be split is taken as far as a page goes, and the rest is counted and said.
 */
export class DenseCell {
  /** Entries of a part; fewer where they do not come for their size. */
  private most: number;
  private missing = 0;
  private isUncounted = false;

  constructor(
    private readonly client: LokiClient,
    private readonly counts: Counts,
    private readonly entries: PageEntries,
    private readonly asking: Asking,
    /** The server gives no more at once. */
    private readonly cap: number,
  ) {
    this.most = Math.min(leafMost, cap);
  }

  /** Of `[from, from + 1 ms)`. */
  async *of(query: LogQuery, from: bigint): AsyncGenerator<SourceEntry[]> {
    const count = await this.counts.before(query, from + msNs, 1n);
    const pieces: Piece[] = [{ query, count, place: 0, tried: 'nothing' }];
    let held: SourceEntry[] = [];
    for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
      const parts = this.isLeaf(piece) ? null : await this.split(piece, from);
      if (parts) pieces.push(...parts);
      else {
        const outcome = await this.leaf(piece, from);
        if (outcome === 'more') pieces.push({ ...piece, count: null });
        else held.push(...outcome);
      }
      if (held.length < mostHeld) continue;
      yield held.sort((a, b) => compareTimes(a.time, b.time));
      held = [];
    }
    if (held.length > 0) yield held.sort((a, b) => compareTimes(a.time, b.time));
    if (this.missing > 0 || this.isUncounted) this.asking.note(this.sentence(from), 'missing');
  }

  private isLeaf({ count, tried }: Piece): boolean {
    return tried === 'everything' || (count !== null && count <= this.most);
  }

  private async split(piece: Piece, from: bigint): Promise<Piece[]> {
    const { client, counts, most } = this;
    const parts = piece.tried === 'nothing' ? await byLabels(piece, from, client, counts, most) : null;
    const smaller = parts ?? (await byCharacters(piece, from, counts, most));
    return smaller ?? [{ ...piece, tried: 'everything' }];
  }

  /** `more`: there are more than were counted, or than come, and they can be split. */
  private async leaf({ query, count, tried }: Piece, from: bigint): Promise<SourceEntry[] | 'more'> {
    const isLast = tried === 'everything';
    const limit = Math.min(this.cap, 2 * this.most);
    const found = await this.found(query, from, isLast ? this.cap : limit);
    if (isLast) return this.counted(query, from, found ?? (await this.found(query, from, limit)) ?? []);
    if (found === null) this.most = Math.max(fewest, Math.floor(this.most / 2));
    return found === null || (found.length >= limit && found.length !== count) ? 'more' : found;
  }

  /** Null: none came. */
  private async found(query: LogQuery, from: bigint, limit: number): Promise<SourceEntry[] | null> {
    const request = { query: query.text, from, until: from + msNs, limit, direction: 'forward' } as const;
    const answer = await this.client
      .range({ ...request, deadlineMs: longDeadlineMs })
      .catch((error: unknown) => {
        if (transportFailure(error) === null) throw error;
        return null;
      });
    return answer?.status === 200 ? [...this.entries.of(answer, 'forward').entries] : null;
  }

  private async counted(query: LogQuery, from: bigint, found: SourceEntry[]): Promise<SourceEntry[]> {
    if (found.length > 0 && found.length < this.cap) return found;
    await this.countMissing(query, from, found.length);
    return found;
  }

  private async countMissing(query: LogQuery, from: bigint, found: number): Promise<void> {
    const count = await this.counts.before(query, from + msNs, 1n);
    if (count === null) this.isUncounted = true;
    else this.missing += Math.max(0, count - found);
  }

  private sentence(from: bigint): Sentence {
    const time = new Date(Number(from / msNs)).toISOString();
    if (this.isUncounted) {
      return {
        pattern:
          'Entries of one time stamp are missing: the server has more of them at {0} than it gives at once, nothing tells them apart, and it does not count them. Narrow the query.',
        values: [time],
      };
    }
    return {
      pattern:
        '{0} entries of one time stamp are missing: the server has more of them at {1} than it gives at once, and nothing tells them apart. Narrow the query.',
      values: [this.missing, time],
    };
  }
}

import type { SourceEntry } from '../source-reader';
import type { Conversation } from './ascending';
import { firstDeadlineMs } from './loki-client';
import { compareTimes } from './times';

const fewestTries = 20;
const mostEntries = 5000;

/** Before 3.0, live entries lack the metadata that fetched ones have: they are fetched once more, while that brings anything. */
export class LiveMetadata {
  private inVain = 0;

  constructor(
    private readonly talk: Conversation,
    private readonly query: string,
  ) {}

  /** The same entries in the same order, with what the server has of them by now. */
  async of(entries: readonly SourceEntry[]): Promise<readonly SourceEntry[]> {
    if (this.inVain >= fewestTries || entries.length === 0) return entries;
    const times = entries.map(({ time }) => time).sort(compareTimes);
    const until = BigInt(times[times.length - 1]) + 1n;
    const limit = Math.min(mostEntries, 2 * entries.length + 100);
    const request = {
      query: this.query,
      from: BigInt(times[0]),
      until,
      limit,
      direction: 'forward',
    } as const;
    const answer = await this.talk.client
      .range({ ...request, deadlineMs: firstDeadlineMs })
      .catch(() => null);
    this.talk.asking.signal.throwIfAborted();
    const stored = answer?.status === 200 ? [...this.talk.entries.of(answer, 'forward').entries] : [];
    let gained = false;
    const found = entries.map((entry) => {
      const at = stored.findIndex(({ time, text }) => time === entry.time && text === entry.text);
      if (at < 0) return entry;
      const [same] = stored.splice(at, 1);
      gained ||= same.labels.length > entry.labels.length;
      return same;
    });
    this.inVain = gained ? 0 : this.inVain + 1;
    return found;
  }
}

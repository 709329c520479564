import type { Sentence } from '../../../engine/model/finding';
import type { JournalQuery, JournalSource } from '../../../protocol/log-source';
import type { FetchEstimate } from '../../../protocol/sources';
import type { Asking } from '../source-reader';
import { isEmpty, type MicroSpan, microSpan, placeArguments } from './journal-arguments';
import { askJournalctl } from './run-journalctl';

/** What `journalctl --header` says of one file of a journal. */
interface JournalFile {
  readonly entries: number;
  /** Microseconds since the epoch. */
  readonly first: bigint;
  readonly last: bigint;
}

const notes: { readonly spread: Sentence; readonly filters: Sentence; readonly silent: Sentence } = {
  spread: {
    pattern: 'A guess from how many entries each file of the journal holds, as if they were spread evenly.',
    values: [],
  },
  filters: { pattern: 'Units, priority and boot are not looked at, so it will be less.', values: [] },
  silent: { pattern: 'journalctl does not say how many entries the journal holds.', values: [] },
};

/** From the headers of the journal's files alone: no entry is read. */
export async function estimateJournal(
  source: JournalSource,
  query: JournalQuery,
  asking: Asking,
): Promise<FetchEstimate> {
  const span = microSpan(query);
  const unknown = { bytes: null, streams: null };
  if (isEmpty(span)) return { ...unknown, entries: 0, notes: [] };
  const { text } = await askJournalctl([...(await placeArguments(source)), '--header'], asking.signal);
  const files = filesIn(text);
  if (files.length === 0) return { ...unknown, entries: null, notes: [notes.silent] };
  const within = files.reduce((sum, file) => sum + entriesWithin(file, span), 0);
  const entries = Math.min(Math.round(within), query.limit ?? Number.POSITIVE_INFINITY);
  const isFiltered = query.units.length > 0 || query.priority !== null || query.boot !== null;
  return { ...unknown, entries, notes: isFiltered ? [notes.spread, notes.filters] : [notes.spread] };
}

/** One block a file, blank lines between; times with their microseconds in hex behind. */
function filesIn(header: string): readonly JournalFile[] {
  return header.split(/^File path:/im).flatMap((block) => {
    const entries = /^Entry objects: (\d+)$/im.exec(block)?.[1];
    const [first, last] = ['Head', 'Tail'].map(
      (name) => new RegExp(`^${name} realtime timestamp: .*\\(([0-9a-f]{1,16})\\)$`, 'im').exec(block)?.[1],
    );
    if (entries === undefined || first === undefined || last === undefined) return [];
    return [{ entries: Number(entries), first: BigInt(`0x${first}`), last: BigInt(`0x${last}`) }];
  });
}

function entriesWithin({ entries, first, last }: JournalFile, { from, until }: MicroSpan): number {
  const begin = from !== null && from > first ? from : first;
  const end = until !== null && until < last ? until : last;
  if (begin > end) return 0;
  return last === first ? entries : (entries * Number(end - begin)) / Number(last - first);
}

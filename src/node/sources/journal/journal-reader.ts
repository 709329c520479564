import { InputError } from '../../../protocol/input-error';
import type { JournalQuery, JournalSource } from '../../../protocol/log-source';
import type { LastEntries } from '../../../protocol/sources';
import type { Asking, SourceBatch, SourceReader } from '../source-reader';
import {
  type Arguments,
  filterArguments,
  isEmpty,
  type MicroSpan,
  microSpan,
  placeArguments,
  spanArguments,
} from './journal-arguments';
import { estimateJournal } from './journal-estimate';
import { testJournal } from './journal-verdict';
import { journalEntries } from './run-journalctl';

/**
 * systemd's journal through journalctl, in the order it gives: that of the boots, and within one that of writing, which the time of day
 * follows unless somebody set the clock. A tail goes on by the cursor of the last entry (`LastEntries.keys`).
 */
export const journalReader: SourceReader<JournalSource, JournalQuery> = {
  test: testJournal,
  estimate: estimateJournal,

  async *fetch(source, query, asking) {
    asking.tell({ phase: 'asking' });
    const span = microSpan(query);
    if (isEmpty(span)) return;
    const place = await placeArguments(source);
    await markNewest(place, asking);
    const which = [...place, ...filterArguments(query)];
    const start = await startOf(which, span, query, asking);
    asking.tell({ phase: 'fetching' });
    if (start) yield* batches([...which, ...start], query.limit, span, asking);
  },

  async *tail(source, query, after, asking) {
    const which = [...(await placeArguments(source)), ...filterArguments(query)];
    asking.tell({ phase: 'live' });
    const known = after?.keys[0];
    for await (const entries of journalEntries([...which, '--follow', ...behind(after)], asking)) {
      // The entry the cursor names comes again, unless the journal has dropped it meanwhile.
      const fresh = entries.filter(({ cursor }) => cursor !== known);
      const last = fresh.at(-1);
      if (last === undefined) continue;
      yield { kind: 'entries', entries: fresh.map(({ entry }) => entry) };
      asking.reached({ time: last.entry.time, keys: [last.cursor] });
    }
    throw isOver();
  },

  check: async () => null,
  names: async () => [],
  values: async () => [],
};

/**
 * Where a tail begins if the query finds nothing: behind the newest entry of all, so that what is written meanwhile is not lost. By the
 * entry, not by the time: the machine that writes may have another clock.
 */
async function markNewest(place: Arguments, { signal, reached }: Asking): Promise<void> {
  const newest = journalEntries([...place, '--lines=1', '--output-fields=_BOOT_ID'], {
    signal,
    note: () => {},
  });
  reached({ time: '0', keys: [] });
  for await (const [{ entry, cursor }] of newest) reached({ time: entry.time, keys: [cursor] });
}

/** Without a cursor the journal was empty. */
function behind(after: LastEntries | null): Arguments {
  if (after === null) return ['--lines=0'];
  const [cursor] = after.keys;
  return cursor === undefined ? ['--no-tail'] : ['--no-tail', `--cursor=${cursor}`];
}

/**
 * The newest entries of a span cannot be asked for: with `--since`, `--lines` are its first. So the journal is read backwards once for
 * the cursor of the oldest that is wanted, with no field of it. Undefined: there is none.
 */
async function startOf(
  which: Arguments,
  span: MicroSpan,
  { limit }: JournalQuery,
  asking: Asking,
): Promise<Arguments | undefined> {
  if (limit === null) return spanArguments(span);
  const backwards = ['--reverse', `--lines=${limit}`, '--output-fields=_BOOT_ID', ...spanArguments(span)];
  const notes: Parameters<Asking['note']>[] = [];
  const aside = { signal: asking.signal, note: (...note: Parameters<Asking['note']>) => notes.push(note) };
  let oldest: string | undefined;
  for await (const entries of journalEntries([...which, ...backwards], aside)) {
    oldest = entries.at(-1)?.cursor;
  }
  if (oldest !== undefined) return [`--cursor=${oldest}`, ...spanArguments({ ...span, from: null })];
  // Nobody else will hear them.
  for (const note of notes) asking.note(...note);
  return undefined;
}

async function* batches(
  args: Arguments,
  limit: number | null,
  span: MicroSpan,
  asking: Asking,
): AsyncGenerator<SourceBatch> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  for await (const entries of journalEntries(args, asking)) {
    const taken = entries.slice(0, left);
    const last = taken.at(-1);
    if (last === undefined) return;
    yield { kind: 'entries', entries: taken.map(({ entry }) => entry) };
    left -= taken.length;
    asking.reached({ time: last.entry.time, keys: [last.cursor] });
    asking.tell({ share: limit === null ? shareOf(span, last.entry.time) : 1 - left / limit });
  }
}

/** How far a time is in a span that has both ends. */
function shareOf({ from, until }: MicroSpan, time: string): number | null {
  if (from === null || until === null || until === from) return null;
  const reached = BigInt(time) / 1000n - from;
  return Math.min(1, Math.max(0, Number(reached) / Number(until - from)));
}

function isOver(): InputError {
  return new InputError({
    code: 'journal-over',
    sentence: {
      pattern: 'journalctl ended by itself, so nothing more will come. Follow the journal again.',
      values: [],
    },
  });
}

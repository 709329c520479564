import type { LogQuery } from '../../../engine/logql/log-query';
import type { HttpAnswer } from '../../../protocol/sources';
import { transportFailure } from '../http/transport-failure';
import type { SourceEntry } from '../source-reader';
import type { Conversation } from './ascending';
import { firstDeadlineMs, type LokiClient, longDeadlineMs } from './loki-client';
import { sayWarnings } from './page-entries';
import { scanPage } from './page-scan';
import { maxNs, minNs, msNs } from './times';
import { answered, troubleOf } from './troubles';

/** Where the newest entries of a span begin: without the first `skip` of `[from, …)`. */
export interface NewestStart {
  readonly from: bigint;
  readonly skip: number;
}

/** Few enough for one answer. */
export const onePage = 1000;
const mostGuesses = 40;
/** Entries that are fetched to be thrown away. */
const fewEnough = 1000;

/** The newest `most` entries by one request, ascending; null where that is not to be had in one. */
export async function newestPage(
  { client, entries, asking }: Conversation,
  query: LogQuery,
  from: bigint,
  until: bigint,
  most: number,
): Promise<readonly SourceEntry[] | null> {
  const request = { query: query.text, from, until, limit: most, direction: 'backward' } as const;
  const answer = await client.range({ ...request, deadlineMs: firstDeadlineMs }).catch((error: unknown) => {
    if (transportFailure(error) === null) throw error;
    return null;
  });
  if (answer?.status !== 200) return null;
  const page = entries.of(answer, 'backward');
  sayWarnings(page.warnings, asking);
  return page.entries;
}

/** By counting at the server; where it does not count, by walking back page by page. */
export async function startOfNewest(
  talk: Conversation,
  query: LogQuery,
  from: bigint,
  until: bigint,
  most: number,
  page: number,
): Promise<NewestStart> {
  return (await byCounts(talk, query, from, until, most)) ?? byWalking(talk, query, from, until, most, page);
}

/** Searches the shortest time before `until` that holds enough, between two known ones: by rule of three, and by halves where that is slow. */
async function byCounts(
  { counts }: Conversation,
  query: LogQuery,
  from: bigint,
  until: bigint,
  most: number,
): Promise<NewestStart | null> {
  let few = { ms: 0n, count: 0 };
  const all = (until - from) / msNs;
  const total = all === 0n ? 0 : await counts.before(query, until, all);
  if (total === null) return null;
  if (total <= most) return { from, skip: 0 };
  let enough = { ms: all, count: total };
  for (let guess = 0; guess < mostGuesses; guess++) {
    if (enough.count - most <= fewEnough || enough.ms - few.ms <= 1n) break;
    const ms = few.ms + between(enough.ms - few.ms, (most - few.count) / (enough.count - few.count), guess);
    const count = await counts.before(query, until, ms);
    if (count === null) return null;
    if (count < most) few = { ms, count };
    else enough = { ms, count };
  }
  return { from: until - enough.ms * msNs, skip: enough.count - most };
}

function between(width: bigint, share: number, guess: number): bigint {
  const part = guess % 2 === 0 ? Math.min(0.99, share * 1.05) : 0.5;
  const ms = BigInt(Math.floor(Number(width) * part));
  return ms < 1n ? 1n : ms >= width ? width - 1n : ms;
}

async function byWalking(
  { client }: Conversation,
  query: LogQuery,
  from: bigint,
  until: bigint,
  most: number,
  page: number,
): Promise<NewestStart> {
  let end = until;
  let left = most;
  let widest = until - from;
  while (end > from) {
    const start = maxNs(from, end - widest);
    const request = {
      query: query.text,
      from: start,
      until: end,
      limit: page,
      direction: 'backward',
    } as const;
    const answer = await client.rangeAtOnce({ ...request, deadlineMs: longDeadlineMs });
    const narrower = narrowerThan(widest, answer, client);
    if (narrower !== null) {
      widest = narrower;
      continue;
    }
    const { count, oldest, ofOldest, newest } = scanPage(answered(answer, client.source).body);
    if (count < page) {
      if (start === from || count >= left) return { from: start, skip: Math.max(0, count - left) };
      left -= count;
      end = start;
      continue;
    }
    // A few more than asked for, which no request can part.
    if (oldest === newest) return { from: BigInt(oldest), skip: 0 };
    const whole = count - ofOldest;
    if (whole >= left) return { from: BigInt(oldest) + 1n, skip: whole - left };
    // The oldest time may be cut: it comes again, whole, with the next page.
    left -= whole;
    end = BigInt(oldest) + 1n;
  }
  return { from, skip: 0 };
}

/** Nanoseconds a request may span, where the server says that this one spans too much. */
function narrowerThan(widest: bigint, answer: HttpAnswer, { source }: LokiClient): bigint | null {
  const trouble = answer.status === 200 ? null : troubleOf(answer, source);
  if (trouble?.kind !== 'shorter') return null;
  // It rounds both ends to the steps a graph would have.
  const most = (minNs(trouble.mostNs, widest) * 99n) / 100n;
  return most > msNs ? most : null;
}

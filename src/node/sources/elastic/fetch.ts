import type { ElasticQuery, ElasticSource, TimeSpan } from '../../../protocol/log-source';
import { patient } from '../http/backoff';
import type { Asking, SourceBatch } from '../source-reader';
import { ascending } from './ascending';
import { nsOfMs } from './clock-text';
import { ElasticClient } from './elastic-client';
import { serverOf } from './elastic-server';
import type { Hit } from './hit';
import { HitEntries } from './hit-entries';
import { logFieldsOf } from './log-fields';
import { type NewestStart, newestStart } from './newest';
import { PageReader } from './page-reader';
import { PageTexts } from './page-texts';
import { SeenEntries } from './seen-entries';

/** A page with its text may take a busy server so long. */
export const pageDeadlineMs = 120_000;
/** What is indexed so much later than its own time is still told from what was had. */
export const overlapNs = 60_000_000_000n;

/** All entries of the span, or the newest so many, by time. */
export async function* fetchEntries(
  source: ElasticSource,
  query: ElasticQuery,
  asking: Asking,
): AsyncGenerator<SourceBatch> {
  const client = new ElasticClient(source, asking, patient, pageDeadlineMs);
  const server = await serverOf(client);
  const fields = await logFieldsOf(client, query);
  if (fields.awayClusters) asking.note(fields.awayClusters.sentence, 'missing');
  const reader = new PageReader(client, server, query, fields.time);
  const seen = new SeenEntries();
  asking.tell({ phase: 'fetching', share: 0 });
  try {
    const start = query.limit === null ? null : await newestStart(reader, query.span, query.limit);
    yield* entriesFrom(reader, spanFrom(query.span, start), start, seen, new HitEntries(fields));
  } finally {
    // Where nothing was had, anything of the span is news.
    asking.reached(seen.last() ?? { time: query.span.from, keys: [] });
    await reader.close();
  }
}

async function* entriesFrom(
  reader: PageReader,
  span: TimeSpan,
  start: NewestStart | null,
  seen: SeenEntries,
  entries: HitEntries,
): AsyncGenerator<SourceBatch> {
  const texts = new PageTexts(reader, entries);
  const { asking } = reader.client;
  let given = 0;
  let total: number | null = null;
  for await (const { hits, page } of ascending({ reader, span, seen, withText: true })) {
    total ??= page.total;
    given += hits.length;
    const wanted = hits.filter((hit) => isAmongNewest(hit, start));
    if (wanted.length > 0) yield { kind: 'entries', entries: texts.of(wanted, page) };
    if (total) asking.tell({ phase: 'fetching', share: Math.min(1, given / total) });
    if (seen.newest) seen.forgetBefore(String(BigInt(seen.newest) - overlapNs));
  }
  texts.sayWithoutMessage();
  if (total !== null && given < total && isWholeMs(span)) sayFewer(asking, given, total);
}

function spanFrom(span: TimeSpan, start: NewestStart | null): TimeSpan {
  return start === null ? span : { ...span, from: start.time };
}

function isAmongNewest({ time, key }: Hit, start: NewestStart | null): boolean {
  return start === null || time !== start.time || start.keys.has(key);
}

/** Else the server counts what stands beside the span within the same millisecond, too. */
function isWholeMs({ from, until }: TimeSpan): boolean {
  return [from, until].every((ns) => nsOfMs(Number(BigInt(ns) / 1_000_000n)) === ns);
}

function sayFewer(asking: Asking, given: number, total: number): void {
  asking.note(
    {
      pattern: 'The server counted {0} entries and gave {1}: {2} are missing. Ask again.',
      values: [total, given, total - given],
    },
    'missing',
  );
}

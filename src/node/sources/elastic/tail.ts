import { InputError } from '../../../protocol/input-error';
import type { ElasticQuery, ElasticSource } from '../../../protocol/log-source';
import type { LastEntries } from '../../../protocol/sources';
import { quick } from '../http/backoff';
import type { Asking, SourceBatch } from '../source-reader';
import { ElasticClient } from './elastic-client';
import { serverOf } from './elastic-server';
import { overlapNs, pageDeadlineMs } from './fetch';
import { HitEntries } from './hit-entries';
import { logFieldsOf } from './log-fields';
import { Outage } from './outage';
import { PageReader } from './page-reader';
import { PageTexts } from './page-texts';
import { TailWindow } from './tail-window';

/** Indexes are refreshed once a second, if nobody set them to be so more rarely. */
const pollMs = 500;

/**
 * These servers have no end to listen at: they are asked again and again for what is newer. What comes late for its own time is taken
 * too, up to a minute; nothing twice. While the server does not answer it is asked more and more rarely, and what came meanwhile is
 * had afterwards.
 */
export async function* tailEntries(
  source: ElasticSource,
  query: ElasticQuery,
  after: LastEntries | null,
  asking: Asking,
): AsyncGenerator<SourceBatch> {
  const client = new ElasticClient(source, asking, quick, pageDeadlineMs);
  const server = await serverOf(client);
  const fields = await logFieldsOf(client, query);
  const reader = new PageReader(client, server, query, fields.time);
  const texts = new PageTexts(reader, new HitEntries(fields));
  const window = new TailWindow(reader, after);
  const outage = new Outage(asking);
  sayLimit(asking);
  try {
    for (;;) {
      try {
        for await (const { hits, page } of window.poll())
          if (hits.length > 0) yield { kind: 'entries', entries: texts.of(hits, page) };
        outage.isOver();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        await outage.waitAfter(error);
      }
      await asking.wait(pollMs);
    }
  } finally {
    await reader.close();
  }
}

function sayLimit(asking: Asking): void {
  asking.note({
    pattern:
      'Entries that reach the server more than {0} seconds after their own time are not shown live. Open the query again to see them.',
    values: [Number(overlapNs / 1_000_000_000n)],
  });
}

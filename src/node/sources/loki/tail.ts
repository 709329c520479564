import type { LokiQuery, LokiSource } from '../../../protocol/log-source';
import type { LastEntries } from '../../../protocol/sources';
import { backoffMs, patient } from '../http/backoff';
import type { Asking, SourceBatch, SourceEntry } from '../source-reader';
import type { Conversation } from './ascending';
import { conversation, logQueryOf } from './fetch';
import { tenantLimits } from './limits';
import { endOf } from './tail-end';
import { readFrame } from './tail-frame';
import { type TailEvent, TailInbox } from './tail-inbox';
import { TailRecord } from './tail-record';
import { maxNs, minNs, secondNs } from './times';

/** A server gives no history of longer, and it is fetched anyway. */
const longestHistoryNs = 3600n * secondNs;
/** Its clock may be behind what its answers say, and a start in its future is refused. */
const earlierNs = 5n * secondNs;
const auditMs = 30_000;
const mostNotes = 50;
/** A server counts a connection for some seconds after its end. */
const mostFailures = 8;

/** Goes on behind `after` by fetching, then live; whatever the live connection leaves out is fetched. */
export async function* tailEntries(
  source: LokiSource,
  query: LokiQuery,
  after: LastEntries | null,
  asking: Asking,
): AsyncGenerator<SourceBatch> {
  const logQuery = logQueryOf(query);
  const talk = conversation(source, asking);
  // Any answer tells what time it is there.
  await tenantLimits(talk.client);
  asking.signal.throwIfAborted();
  const tail = new LiveTail(talk, query.logql, new TailRecord(talk, logQuery, after));
  for await (const entries of tail.entries()) {
    if (entries.length > 0) yield { kind: 'entries', entries };
  }
}

class LiveTail {
  private wasOpen = false;
  /** One was open long enough to be of use. */
  private hasLived = false;
  /** Connections in a row that were of no use. */
  private failures = 0;
  private notes = 0;
  /** Why the last one ended; '' where it is no news. */
  private ended = '';

  constructor(
    private readonly talk: Conversation,
    private readonly logql: string,
    private readonly record: TailRecord,
  ) {}

  async *entries(): AsyncGenerator<readonly SourceEntry[]> {
    const { asking } = this.talk;
    for (;;) {
      yield* this.connection();
      asking.tell({ phase: 'reconnecting' });
      if (this.failures > 0 || this.ended !== '') {
        await asking.wait(backoffMs(this.failures + 1, patient, () => 0.5));
      }
    }
  }

  /** Until it ends. Throws where there is no use in another one. */
  private async *connection(): AsyncGenerator<readonly SourceEntry[]> {
    const inbox = new TailInbox();
    const cancel = new AbortController();
    this.failures++;
    this.open(inbox, cancel);
    try {
      for (;;) {
        const event = await inbox.next();
        this.talk.asking.signal.throwIfAborted();
        if (event.kind === 'closed') return this.closed(event.outcome);
        yield* this.taken(event);
        if (event.kind === 'open' || event.kind === 'tick') this.tickLater(inbox, cancel.signal);
      }
    } finally {
      cancel.abort();
    }
  }

  private async *taken(event: TailEvent): AsyncGenerator<readonly SourceEntry[]> {
    if (event.kind === 'frame' || event.kind === 'tick') this.lived();
    if (event.kind === 'open') {
      this.opened();
      yield* this.record.fill();
    } else if (event.kind === 'overflow') yield* this.record.fill();
    else if (event.kind === 'tick') yield* this.record.audit();
    else if (event.kind === 'frame') {
      const frame = readFrame(event.data, this.talk.entries);
      yield await this.record.live(frame);
      if (frame.dropped.length > 0) yield* this.record.fillDropped(frame.dropped);
    }
    if (event.kind !== 'frame') this.talk.asking.tell({ phase: 'live', share: null });
  }

  private open(inbox: TailInbox, cancel: AbortController): void {
    const { asking, client } = this.talk;
    this.record.opening();
    const signal = AbortSignal.any([asking.signal, cancel.signal]);
    asking.signal.addEventListener('abort', () => inbox.put({ kind: 'aborted' }), {
      once: true,
      signal: cancel.signal,
    });
    const now = client.serverNow();
    const start = maxNs(minNs(this.record.since, now) - earlierNs, now - longestHistoryNs);
    const onMessage = (data: string | null) =>
      inbox.put(data === null ? { kind: 'open' } : { kind: 'frame', data });
    client.tail(this.logql, start, onMessage, signal).then(
      (closed) => inbox.put({ kind: 'closed', outcome: closed }),
      (error: Error) => inbox.put({ kind: 'closed', outcome: error }),
    );
  }

  private lived(): void {
    this.hasLived = true;
    this.failures = 0;
  }

  private opened(): void {
    this.wasOpen = true;
    if (this.ended === '' || this.notes >= mostNotes) return;
    this.notes++;
    this.talk.asking.note({
      pattern: 'The live connection ended ({0}) and was opened again; what came meanwhile is fetched.',
      values: [this.ended],
    });
  }

  private closed(outcome: Extract<TailEvent, { kind: 'closed' }>['outcome']): void {
    const isRefused = !this.hasLived || this.failures > mostFailures;
    const end = endOf(outcome, this.talk.client.source, !this.wasOpen, isRefused);
    if (end.kind === 'over') throw end.error;
    this.ended = end.words;
  }

  private tickLater(inbox: TailInbox, signal: AbortSignal): void {
    const tick = () => {
      if (!signal.aborted) inbox.put({ kind: 'tick' });
    };
    // Rejects only when all is over, which the inbox hears of by itself.
    this.talk.asking.wait(auditMs).then(tick, () => undefined);
  }
}

import type { LogQuery } from '../../../engine/logql/log-query';
import type { HttpAnswer } from '../../../protocol/sources';
import type { Asking } from '../source-reader';
import type { LokiClient } from './loki-client';
import type { PageSize } from './page-size';

/** A request that is under way. What it came to is a value: it may be waited for later, or never. */
export interface Sent {
  readonly from: bigint;
  readonly until: bigint;
  readonly limit: number;
  readonly outcome: Promise<
    { readonly answer: HttpAnswer } | { readonly error: unknown; readonly afterMs: number }
  >;
}

/** One that is answered, and one that the server works on meanwhile. */
const mostAtOnce = 2;

/**
 * Requests for one span, in order of time, each beginning where the one before ends. Where a page will end is known once it is there, but
 * can be reckoned while entries come evenly; a page that ended before is followed by a request for what lies between.
 */
export class UnderWay {
  private readonly sent: Sent[] = [];

  constructor(
    private readonly talk: { readonly client: LokiClient; readonly asking: Asking },
    private readonly query: LogQuery,
    private readonly until: bigint,
    private readonly size: PageSize,
    private readonly signal: AbortSignal,
  ) {}

  /** The request that begins at `at`. */
  next(at: bigint): Sent {
    const [first] = this.sent;
    return first?.from === at ? (this.sent.shift() ?? first) : this.send(at, first?.from ?? this.until);
  }

  /** All before `at` is there: asks for what follows. */
  goOn(at: bigint): void {
    const most = this.size.isSteady ? mostAtOnce : 1;
    let from = at;
    for (let place = 0; place < most && from < this.until; place++) {
      const known = this.sent[place];
      const next = known?.from === from ? known : this.send(from, known?.from ?? this.until);
      if (next !== known) this.sent.splice(place, 0, next);
      from = next.until;
    }
  }

  private send(from: bigint, to: bigint): Sent {
    const until = this.size.endOf(from, to);
    const { limit, deadlineMs } = this.size;
    const { now } = this.talk.asking;
    const began = now();
    const request = { query: this.query.text, from, until, limit, direction: 'forward', deadlineMs } as const;
    const outcome = this.talk.client.range(request, this.signal).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error, afterMs: now() - began }),
    );
    return { from, until, limit, outcome };
  }
}

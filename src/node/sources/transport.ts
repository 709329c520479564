import type { HttpSource } from '../../protocol/log-source';
import type { HttpAnswer, HttpRequest, SocketClosed } from '../../protocol/sources';

/** What speaks HTTP for the readers of remote logs: in the editor the extension host, in the command line Node itself. */
export interface Transport {
  /** Rejects with TransportError, or with the signal's reason: cancelling ends the exchange itself. */
  request(source: HttpSource, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  /**
   * Resolves when the socket is closed by either side. Rejects with TransportError, or with the signal's reason. `onMessage` is told
   * null once, when the socket is open: what is asked afterwards overlaps with what comes over it. A peer that is silent for long
   * although it pings (Loki: every second) is cut: 'cut'.
   */
  openSocket(
    source: HttpSource,
    path: string,
    headers: Readonly<Record<string, string>>,
    onMessage: (data: string | null) => void,
    signal: AbortSignal,
  ): Promise<SocketClosed>;
}

export type TransportFailure =
  | 'unknown-host'
  | 'refused'
  | 'unreachable'
  | 'certificate'
  | 'proxy'
  | 'timeout'
  /** The connection ended before the answer did. */
  | 'cut'
  /** The answer is larger than `mostAnswerBytes`. */
  | 'too-large'
  | 'other';

/** A server's answer of more is refused: it goes through memory twice. Loki's own limit is 4 MiB. */
export const mostAnswerBytes = 256 * 1024 * 1024;

/** No answer at all. Survives the way between threads by its `name` and `code` (see `src/protocol/rpc-messages.ts`). */
export class TransportError extends Error {
  constructor(
    readonly code: TransportFailure,
    message: string,
  ) {
    super(message);
    this.name = 'TransportError';
  }
}

import { stat } from 'node:fs/promises';
import type { AnalysisProgress } from '../../protocol/analysis';
import { AnalysisWorkerClient } from '../worker/analysis-worker-client';

export interface ShelfOptions {
  /** The built `analysis-worker.js`. */
  readonly workerPath: string;
  /** Milliseconds since some moment that does not move. */
  readonly now: () => number;
}

export interface Asking {
  readonly signal: AbortSignal;
  readonly onProgress: (snapshot: AnalysisProgress) => void;
}

export interface ShelvedLog {
  readonly client: AnalysisWorkerClient;
  /** The file has changed since it was analysed. */
  readonly isOld: boolean;
}

/** Each is a thread with a log's columns: 20 bytes a record. */
const mostLogs = 3;
/** A log that is being written is not analysed again for so long: numbers of lines and ids stay while a model works. */
const freshMs = 60_000;

/** A log that is kept, with what is asked of it one after the other. */
class Shelved {
  client: AnalysisWorkerClient | undefined;
  state = '';
  analysedAt = Number.NEGATIVE_INFINITY;
  waiting = 0;
  last: Promise<unknown> = Promise.resolve();
  onProgress: Asking['onProgress'] | undefined;
}

/** Keeps a few analysed logs, each in a thread of its own; the one not used for longest goes first. */
export class LogShelf {
  /** By path, used last at the end. */
  private readonly logs = new Map<string, Shelved>();
  /** One log is analysed at a time: a client may ask about fifty at once. */
  private turn: Promise<unknown> = Promise.resolve();
  private hasEnded = false;

  constructor(private readonly options: ShelfOptions) {}

  /** Runs `use` on the analysed log; what is asked of one log waits for what was asked before. Rejects with InputError, or the signal's reason. */
  async use<Answer>(
    path: string,
    asking: Asking,
    use: (log: ShelvedLog) => Promise<Answer>,
  ): Promise<Answer> {
    const log = this.shelved(path);
    log.waiting++;
    const answer = log.last.then(async () => {
      asking.signal.throwIfAborted();
      log.onProgress = asking.onProgress;
      return use(await this.analysed(path, log, asking.signal));
    });
    log.last = answer
      .catch(() => undefined)
      .finally(() => {
        log.waiting--;
        this.evict();
      });
    return answer;
  }

  /** Threads end, and none is started any more. */
  dispose(): void {
    this.hasEnded = true;
    for (const { client } of this.logs.values()) client?.dispose();
    this.logs.clear();
  }

  private shelved(path: string): Shelved {
    const log = this.logs.get(path) ?? new Shelved();
    this.logs.delete(path);
    this.logs.set(path, log);
    return log;
  }

  /** Ends the threads of those that nobody waits for, but for a few. */
  private evict(): void {
    let threads = [...this.logs.values()].filter(({ client }) => client !== undefined).length;
    for (const [path, { waiting, client }] of this.logs) {
      if (waiting > 0) continue;
      if (client !== undefined && threads-- <= mostLogs) return;
      client?.dispose();
      this.logs.delete(path);
    }
  }

  private async analysed(path: string, log: Shelved, signal: AbortSignal): Promise<ShelvedLog> {
    const state = await stateOf(path);
    const { client } = log;
    const isThere = client !== undefined && !client.dead && log.state !== '';
    const isOld = state !== log.state;
    if (isThere && (!isOld || this.options.now() - log.analysedAt < freshMs)) return { client, isOld };
    log.state = '';
    const analysed = this.turn.then(() => this.analyse(path, log, signal));
    this.turn = analysed.catch(() => undefined);
    const fresh = await analysed;
    log.state = state;
    log.analysedAt = this.options.now();
    return { client: fresh, isOld: false };
  }

  private async analyse(path: string, log: Shelved, signal: AbortSignal): Promise<AnalysisWorkerClient> {
    signal.throwIfAborted();
    if (this.hasEnded) throw new Error('The shelf has ended.');
    const { client } = log;
    const fresh = client === undefined || client.dead ? this.started(log) : client;
    // Whose encoding nobody says: the first bytes decide.
    const input = { kind: 'files', files: [{ path, encoding: undefined }] } as const;
    await fresh.analyse({ input, baselines: [], from: null, until: null }, signal);
    return fresh;
  }

  private started(log: Shelved): AnalysisWorkerClient {
    const { workerPath } = this.options;
    log.client = new AnalysisWorkerClient({
      workerPath,
      onProgress: (snapshot) => log.onProgress?.(snapshot),
    });
    return log.client;
  }
}

/** Of a file that is not there, it is the reading that says so. */
async function stateOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return `${found?.ino} ${found?.size} ${found?.mtimeMs}`;
}

import { Worker } from 'node:worker_threads';
import type {
  CopiedText,
  CopyRequest,
  FollowedChange,
  FoundRows,
  LinesDescriptor,
  LinesPage,
  LinesProgress,
  LineTextRequest,
  LogLinesHostApi,
  OpenedLines,
  OpenLinesRequest,
  PageRequest,
  Row,
  ShownRows,
  ShowRequest,
  ViewLine,
} from '../../protocol/log-lines';
import type { LinePlace } from '../../protocol/reading';
import { type CallOptions, Rpc } from '../../protocol/rpc';
import { threadPort } from '../worker/thread-port';
import type { LinesThreadApi } from './lines-service';

export interface LinesWorkerOptions {
  /** The built `lines-worker.js`. */
  readonly workerPath: string;
  readonly onProgress?: ((snapshot: LinesProgress) => void) | undefined;
  readonly onChanged?: ((change: FollowedChange) => void) | undefined;
}

/** How long closing files may take; private copies of a thread that does not close them go with the process. */
const closeMs = 2000;

/** The thread that keeps the text of one log. A client that is `dead` (crashed, disposed) rejects every call. */
export class LinesWorkerClient {
  private readonly worker: Worker;
  private readonly rpc: Rpc<LogLinesHostApi, LinesThreadApi>;
  private ended = false;

  constructor(options: LinesWorkerOptions) {
    this.worker = new Worker(options.workerPath);
    this.rpc = new Rpc<LogLinesHostApi, LinesThreadApi>(threadPort(this.worker), {
      progress: (snapshot) => options.onProgress?.(snapshot),
      changed: (change) => options.onChanged?.(change),
    });
    this.worker.on('error', (error) => this.end(crashed(error.message)));
    this.worker.on('exit', (code) => this.end(crashed(`its thread stopped with code ${code}`)));
  }

  get dead(): boolean {
    return this.ended;
  }

  pushText(text: string): Promise<void> {
    return this.rpc.call('pushText', text);
  }

  /** Rejects with InputError. */
  open(request: OpenLinesRequest): Promise<OpenedLines> {
    return this.rpc.call('open', request);
  }

  /** Rejects with InputError. */
  page(request: PageRequest): Promise<LinesPage> {
    return this.rpc.call('page', request);
  }

  lineText(request: LineTextRequest): Promise<string> {
    return this.rpc.call('lineText', request);
  }

  copy(request: CopyRequest, options?: CallOptions): Promise<CopiedText> {
    return this.rpc.call('copy', request, options);
  }

  /** Buffers named as `transfer` are the caller's no more. */
  show(request: ShowRequest, options?: CallOptions): Promise<ShownRows> {
    return this.rpc.call('show', request, options);
  }

  indexed(): Promise<LinesProgress> {
    return this.rpc.call('indexed', undefined);
  }

  descriptors(): Promise<readonly LinesDescriptor[]> {
    return this.rpc.call('descriptors', undefined);
  }

  rowOfLine(line: ViewLine): Promise<Row | null> {
    return this.rpc.call('rowOfLine', line);
  }

  foundRows(lines: ArrayBuffer): Promise<FoundRows> {
    return this.rpc.call('foundRows', lines);
  }

  placesInOrder(lines: readonly ViewLine[]): Promise<readonly number[]> {
    return this.rpc.call('placesInOrder', lines);
  }

  lineAtPlace(place: number): Promise<ViewLine> {
    return this.rpc.call('lineAtPlace', place);
  }

  placesOf(lines: readonly ViewLine[], options?: CallOptions): Promise<readonly LinePlace[]> {
    return this.rpc.call('placesOf', lines, options);
  }

  findPlaces(places: readonly LinePlace[], options?: CallOptions): Promise<readonly (ViewLine | null)[]> {
    return this.rpc.call('findPlaces', places, options);
  }

  /** Rejects with InputError where the last source cannot be followed. */
  follow(on: boolean): Promise<void> {
    return this.rpc.call('follow', on);
  }

  /** Calls on their way are rejected; files are closed behind it. Resolves when the thread has ended. */
  async dispose(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    const closing = this.rpc.call('close', undefined).catch(() => undefined);
    const timer = setTimeout(() => this.stop(), closeMs);
    await closing;
    clearTimeout(timer);
    await this.stop();
  }

  private end(reason: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.rpc.close(reason);
    void this.worker.terminate();
  }

  private async stop(): Promise<void> {
    this.rpc.close(new Error('The log was closed.'));
    await this.worker.terminate();
  }
}

function crashed(cause: string): Error {
  return new Error(`The text of the log can no longer be read: ${cause}. Open the log again.`);
}

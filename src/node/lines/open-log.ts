import { InputError } from '../../protocol/input-error';
import type {
  LinesDescriptor,
  LinesProgress,
  OpenedSource,
  OpenLinesRequest,
  ViewLine,
} from '../../protocol/log-lines';
import { problemOf } from '../files/input-problems';
import type { FreeRoom } from './disk-room';
import { Indexer } from './indexing';
import { LostSource } from './line-source';
import type { FilledSource, LogSource } from './log-source';
import { openSource } from './open-source';
import { SourceText } from './source-text';
import { ViewText } from './view-text';

export interface OpenLogTools {
  /** The text an editor sent. */
  readonly taken: () => Uint8Array;
  readonly free: FreeRoom;
  /** Something more was read. */
  readonly onStep: () => void;
}

interface Closable {
  close(): Promise<void>;
}

/** Files that were taken away are held open no longer than this. */
const mostRetired = 8;

/** The sources of a log and their text, which is unpacked and indexed behind the pages that are read of it. */
export class OpenLog {
  readonly text = new ViewText();
  /** As those of `text`. */
  readonly sources: LogSource[] = [];
  private readonly indexer = new Indexer();
  private readonly ended = new AbortController();
  private readonly problems: InputError[] = [];
  private readonly retired: Closable[] = [];
  private work: Promise<void> = Promise.resolve();
  private onFirst: () => void = () => undefined;

  private constructor(private readonly onStep: () => void) {}

  /** Throws InputError. */
  static async open(request: OpenLinesRequest, tools: OpenLogTools): Promise<OpenLog> {
    const log = new OpenLog(tools.onStep);
    try {
      await log.readAll(await log.openAll(request, tools));
      return log;
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  get opened(): readonly OpenedSource[] {
    return this.sources.map(({ opened }) => opened);
  }

  progress(shownRows: number | undefined): LinesProgress {
    const { text, sources } = this;
    const unpacking = text.sources.some(({ complete }) => !complete);
    const reading = text.isIndexed ? 'ready' : 'indexing';
    return {
      phase: unpacking ? 'unpacking' : reading,
      indexedBytes: text.indexedBytes,
      bytes: Math.round(sources.reduce((sum, { expectedBytes }) => sum + expectedBytes, 0)),
      lines: text.lines,
      estimatedLines: text.estimatedLines,
      sourceLines: text.sources.map(({ lines }) => lines),
      shownRows: shownRows ?? text.estimatedLines,
      notes: [...sources.flatMap(({ notes }) => notes), ...this.problems.map(({ sentence }) => sentence)],
    };
  }

  /** Resolves once all that is there is indexed. Throws InputError `shrunk`, and the reason of `close`. */
  async indexed(): Promise<void> {
    for (;;) {
      const waitedFor = this.work;
      const failed = await waitedFor.then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      // More was begun meanwhile; it may mend what failed.
      if (waitedFor !== this.work) continue;
      if (failed !== undefined) throw failed.error;
      return;
    }
  }

  /** One of a lost source holds no bytes. */
  descriptors(): readonly LinesDescriptor[] {
    const readable = this.text.sources.find((source) => source instanceof SourceText);
    return this.text.sources.map((source, i) => {
      const { descriptor, textStart } =
        source instanceof SourceText ? source : { descriptor: readable?.descriptor ?? -1, textStart: 0 };
      return {
        descriptor,
        textStart,
        bytes: source.readable ? source.bytes : 0,
        firstLine: (this.text.firstLineOf(i) ?? 0) as ViewLine,
        lines: source.lines,
      };
    });
  }

  /** Throws InputError `shrunk` where what one of these sources held is there no more. */
  verify(sources: Iterable<number>): void {
    for (const source of new Set(sources)) this.sources[source].verify();
  }

  /** Indexes what a source has grown by. */
  indexMore(text: SourceText): Promise<void> {
    return this.enqueue(() => this.index(text));
  }

  /** A further source behind the others. */
  append(source: FilledSource): Promise<void> {
    this.add(source);
    return this.enqueue(() => this.read(source));
  }

  /** Its lines can be read no more; they keep their numbers. */
  async lose(source: LogSource): Promise<void> {
    const at = this.sources.indexOf(source);
    const lost = new LostSource(source.text.path, source.text.lines);
    const { opened, notes } = source;
    this.text.sources[at] = lost;
    this.sources[at] = {
      text: lost,
      opened: { ...opened, file: null },
      expectedBytes: lost.bytes,
      notes,
      verify: () => undefined,
      close: async () => undefined,
    };
    await this.retire(source);
  }

  /** Closed later: a search may be reading it by its descriptor, whose number the next file opened would get. */
  async retire(file: Closable): Promise<void> {
    this.retired.push(file);
    if (this.retired.length > mostRetired) await this.retired.shift()?.close();
  }

  async close(): Promise<void> {
    this.ended.abort(new Error('The log was closed.'));
    await this.work.catch(() => undefined);
    for (const file of [...this.sources.splice(0), ...this.retired.splice(0)]) await file.close();
  }

  /** They need room together. */
  private async openAll(request: OpenLinesRequest, tools: OpenLogTools): Promise<FilledSource[]> {
    const opened: FilledSource[] = [];
    let promisedBytes = 0;
    const free = async () => (await tools.free()) - promisedBytes;
    for (const source of request.sources) {
      const one = await openSource(source, tools.taken, free);
      opened.push(one);
      this.add(one);
      if (one.opened.spooled) promisedBytes += one.expectedBytes;
    }
    promisedBytes = 0;
    return opened;
  }

  private add(source: FilledSource): void {
    this.sources.push(source);
    this.text.sources.push(source.text);
  }

  /** Begins to read all; resolves when a first page can be read, or when there is none. */
  private readAll(sources: readonly FilledSource[]): Promise<void> {
    const job = async () => {
      for (const source of sources) await this.read(source);
      if (this.text.bytes === 0 && this.problems.length > 0) throw this.problems[0];
    };
    return new Promise((resolve, reject) => {
      this.onFirst = resolve;
      this.enqueue(job).then(resolve, reject);
    });
  }

  /** What cannot be read on of one source does not take the others away; it is told. */
  private async read(source: FilledSource): Promise<void> {
    const mostUnindexed = 1 << 20;
    const grown = async () => {
      if (source.text.bytes - source.text.indexedBytes > mostUnindexed) await this.index(source.text);
    };
    await source.fill(this.ended.signal, grown).catch((error) => this.problems.push(inputErrorOf(error)));
    await this.index(source.text);
    this.onStep();
  }

  private async index(text: SourceText): Promise<void> {
    const step = () => {
      this.onFirst();
      this.onStep();
    };
    await this.indexer.index(text, this.ended.signal, step).catch((error) => {
      this.ended.signal.throwIfAborted();
      throw problemOf(text.path, error);
    });
  }

  /** One after the other: there is one counter. What failed before may be mended by what comes now. */
  private enqueue(job: () => Promise<void>): Promise<void> {
    this.work = this.work.catch(() => undefined).then(job);
    // Whoever waits for it hears of it.
    this.work.catch(() => undefined);
    return this.work;
  }
}

function inputErrorOf(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

import { InputError } from '../../protocol/input-error';
import type {
  CopyRequest,
  FollowedChange,
  LinesPage,
  LinesProgress,
  LineTextRequest,
  LogLinesApi,
  LogLinesHostApi,
  OpenedLines,
  OpenLinesRequest,
  PageRequest,
  Row,
  ShownRows as ShownRowsAnswer,
  ShowRequest,
  ViewLine,
} from '../../protocol/log-lines';
import type { LinePlace } from '../../protocol/reading';
import { type Port, Rpc } from '../../protocol/rpc';
import { inputError } from '../files/input-problems';
import { TextCollector } from '../worker/text-collector';
import { copiedText } from './copying';
import { type FreeRoom, freeTemporaryRoom } from './disk-room';
import { Follower } from './follower';
import { foundRows } from './found-rows';
import { findPlaces, placesOfLines } from './line-places';
import { pieceOfLine, spanOfLine } from './line-text';
import { isFollowed } from './log-source';
import { OpenLog } from './open-log';
import { openFollowed } from './open-source';
import { pageOfAll, pageOfShown } from './pages';
import { type Polling, pollFile } from './polling';
import { ShownRows } from './row-map';

/** As a thread of its own has it: files are closed and private copies removed before it ends. */
export interface LinesThreadApi extends LogLinesApi {
  close(): void;
}

export interface LinesServiceTools {
  readonly free: FreeRoom;
  readonly polling: Polling;
  /** Milliseconds, from any time on. */
  readonly now: () => number;
}

const systemTools: LinesServiceTools = {
  free: freeTemporaryRoom,
  polling: pollFile,
  now: () => performance.now(),
};

const progressMs = 100;
const mostPieceUnits = 1_000_000;

/** The thread's side of the conversation about the text of one log. */
export class LinesService {
  private readonly rpc: Rpc<LinesThreadApi, LogLinesHostApi>;
  private readonly collector = new TextCollector();
  private log: OpenLog | undefined;
  private shown: ShownRows | undefined;
  private follower: Follower | undefined;
  private polling: { stop(): void } | undefined;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    port: Port,
    private readonly tools: LinesServiceTools = systemTools,
  ) {
    this.rpc = new Rpc<LinesThreadApi, LogLinesHostApi>(port, {
      pushText: (text) => this.collector.push(text),
      open: (request) => this.open(request),
      page: (request) => this.page(request),
      lineText: (request) => this.lineText(request),
      copy: (request, signal) => this.copy(request, signal),
      show: (request) => this.show(request),
      indexed: async () => {
        await this.opened.indexed();
        return this.progress();
      },
      descriptors: async () => {
        await this.opened.indexed();
        return this.opened.descriptors();
      },
      rowOfLine: (line) => this.rowOfLine(line),
      foundRows: (lines, signal) => foundRows(lines, this.opened.text.lines, this.shown, signal),
      placesInOrder: (lines) => lines.map((line) => this.shown?.placeOfLine(line) ?? line),
      lineAtPlace: (place) => (this.shown?.lineAtPlace(place) ?? place) as ViewLine,
      placesOf: (lines, signal) => this.placesOf(lines, signal),
      findPlaces: (places, signal) => this.findPlaces(places, signal),
      follow: (on) => this.follow(on),
      close: () => this.close(),
    });
  }

  private get opened(): OpenLog {
    if (this.log === undefined) throw new Error('No log has been opened yet.');
    return this.log;
  }

  private async open(request: OpenLinesRequest): Promise<OpenedLines> {
    await this.close();
    this.log = await OpenLog.open(request, {
      taken: () => this.collector.take(),
      free: this.tools.free,
      onStep: () => this.tellProgress(),
    });
    return { sources: this.log.opened, progress: this.progress() };
  }

  private page(request: PageRequest): Promise<LinesPage> {
    return this.reading(() => {
      const { text } = this.opened;
      const page =
        this.shown === undefined ? pageOfAll(text, request) : pageOfShown(text, this.shown, request);
      this.opened.verify(page.rows.map(({ source }) => source));
      return page;
    });
  }

  private lineText({ line, from, length }: LineTextRequest): Promise<string> {
    return this.reading(() => {
      const position = this.opened.text.positionOfLine(line);
      if (position === undefined) return '';
      const source = this.opened.text.sources[position.source];
      this.opened.verify([position.source]);
      return pieceOfLine(source, spanOfLine(source, position.offset), from, Math.min(length, mostPieceUnits));
    });
  }

  private copy(request: CopyRequest, signal: AbortSignal): ReturnType<typeof copiedText> {
    return this.reading(() => {
      const { text } = this.opened;
      this.opened.verify(text.sources.keys());
      return copiedText(text, this.shown, request, signal);
    });
  }

  /** A followed log that was cut is looked at before it is read again. */
  private async reading<Answer>(read: () => Answer | Promise<Answer>): Promise<Answer> {
    try {
      return await read();
    } catch (error) {
      const isCut = error instanceof InputError && error.code === 'shrunk';
      if (!isCut || this.follower === undefined) throw error;
      await this.follower.look();
      return read();
    }
  }

  private async show(request: ShowRequest): Promise<ShownRowsAnswer> {
    const log = this.opened;
    await log.indexed();
    const { lines, context, folds, order } = request;
    const showsAll = lines === null && context === null && folds === null && order === null;
    this.shown = showsAll ? undefined : new ShownRows(request, log.text.lines);
    return { rows: this.shown?.rows ?? log.text.lines, hiddenLines: this.shown?.hiddenLines ?? 0 };
  }

  private rowOfLine(line: ViewLine): Row | null {
    const rows = this.shown?.rows ?? this.opened.text.estimatedLines;
    const row = this.shown?.rowOfLine(line) ?? line;
    return row < rows ? (row as Row) : null;
  }

  private async placesOf(lines: readonly ViewLine[], signal: AbortSignal): Promise<readonly LinePlace[]> {
    await this.opened.indexed();
    return placesOfLines(this.opened.descriptors(), lines, signal);
  }

  private async findPlaces(
    places: readonly LinePlace[],
    signal: AbortSignal,
  ): Promise<readonly (ViewLine | null)[]> {
    await this.opened.indexed();
    return findPlaces(this.opened.descriptors(), places, signal);
  }

  private follow(on: boolean): void {
    this.polling?.stop();
    this.polling = undefined;
    this.follower = undefined;
    if (!on) return;
    const last = this.opened.sources.at(-1);
    if (last === undefined) return;
    const { path } = last.opened;
    if (!isFollowed(last)) throw inputError('not-followed', path);
    const follower = new Follower(
      this.opened,
      path,
      (change) => this.tellChange(change),
      (encoding, found) => openFollowed(found, encoding, this.tools.free),
    );
    this.follower = follower;
    this.polling = this.tools.polling(path, () => follower.look());
  }

  private async close(): Promise<void> {
    this.follow(false);
    this.shown = undefined;
    await this.log?.close();
    this.log = undefined;
  }

  private progress(): LinesProgress {
    return this.opened.progress(this.shown?.rows);
  }

  private tellChange(change: Pick<FollowedChange, 'kind' | 'missedLines'>): void {
    this.rpc.notify('changed', { ...change, sources: this.opened.opened, progress: this.progress() });
  }

  /** The last snapshot is always told. */
  private tellProgress(): void {
    if (this.log === undefined) return;
    const now = this.tools.now();
    if (!this.log.text.isIndexed && now - this.toldAt < progressMs) return;
    this.toldAt = now;
    this.rpc.notify('progress', this.progress());
  }
}

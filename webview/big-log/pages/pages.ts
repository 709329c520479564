import type { LinesPage, PageRequest, PageRow, Row } from '../../../src/protocol/log-lines';
import { GuessedRows } from './guessed-rows';

export const blockRows = 100;
const mostBlocks = 40;
/** More would only queue up at the host: a fast drag passes places nobody waits for any more. */
const mostAsked = 4;

interface Block {
  readonly rows: readonly PageRow[];
  /** False: which lines they are was an estimate. */
  readonly exact: boolean;
}

/** What the pages need of the host, and whom they tell. */
export interface PageSource {
  page(request: PageRequest): Promise<LinesPage>;
  /** Of rows that are seen: drawing a frame for others would only be in the way. */
  arrived(page: LinesPage): void;
  /** A page could not be read; the view shows what it has. */
  failed(error: unknown): void;
}

/**
 * The rows near the view, in blocks of 100; the 40 used last stay. Only the blocks wanted last are asked for: what was wanted
 * before and is not on its way yet is forgotten. Neighbours of what is seen come behind it: their messages would make it wait.
 */
export class Pages {
  /** In order of use. */
  private readonly blocks = new Map<number, Block>();
  private readonly asked = new Set<number>();
  /** Not tried again before something changes. */
  private readonly unreadable = new Set<number>();
  private seen: readonly number[] = [];
  private neighbours: readonly number[] = [];
  private readonly guessed = new GuessedRows();
  private isGuessing = false;
  /** Of what is shown; answers of an earlier one are dropped. */
  private generation = 0;

  constructor(private readonly source: PageSource) {}

  get(row: number): PageRow | undefined {
    return this.blocks.get(Math.floor(row / blockRows))?.rows[row % blockRows] ?? this.guessed.get(row);
  }

  /** Sees to it that rows from `first` to `last` come, and their neighbours behind them. `isGuess`: their lines are not counted yet. */
  want(first: number, last: number, total: number, isGuess: boolean): void {
    if (isGuess) {
      if (!this.guessed.covers(first, last)) void this.guess(first, last, total);
      return;
    }
    const end = Math.max(0, Math.ceil(total / blockRows) - 1);
    // The row before says how long ago the first one's was.
    const from = Math.floor(Math.max(0, first - 1) / blockRows);
    const until = Math.min(end, Math.floor(last / blockRows));
    const blocks = [];
    for (let block = from; block <= until; block++) blocks.push(block);
    this.seen = blocks;
    this.neighbours = [until + 1, from - 1].filter((block) => block >= 0 && block <= end);
    for (const block of blocks) this.touch(block);
    this.ask();
  }

  private async guess(first: number, last: number, total: number): Promise<void> {
    if (this.isGuessing) return;
    const { generation } = this;
    const request = GuessedRows.request(first, last, total);
    this.isGuessing = true;
    try {
      const page = await this.source.page(request);
      if (generation !== this.generation) return;
      this.guessed.take(request, page.rows, total);
      this.source.arrived(page);
    } catch (error) {
      if (generation === this.generation) this.source.failed(error);
    } finally {
      this.isGuessing = false;
    }
  }

  /** What is shown changed: nothing kept holds. */
  clear(): void {
    this.generation++;
    this.blocks.clear();
    this.guessed.clear();
    this.asked.clear();
    this.unreadable.clear();
  }

  /** More of the log is known: estimates, and a last block that was not full, are asked for anew. */
  dropUncertain(): void {
    this.generation++;
    this.asked.clear();
    this.unreadable.clear();
    this.guessed.clear();
    for (const [number, { exact, rows }] of this.blocks)
      if (!exact || rows.length < blockRows) this.blocks.delete(number);
  }

  private touch(number: number): void {
    const block = this.blocks.get(number);
    if (!block) return;
    this.blocks.delete(number);
    this.blocks.set(number, block);
  }

  private ask(): void {
    const { seen, neighbours } = this;
    const areThere = seen.every((block) => this.isSettled(block) && !this.asked.has(block));
    const missing = (areThere ? neighbours : seen).filter((block) => !this.isSettled(block));
    if (missing.length === 0 || this.asked.size >= mostAsked) return;
    // What is seen comes in one message, so that it is drawn in one frame.
    if (!areThere) void this.fetch(missing);
    else for (const block of missing) void this.fetch([block]);
  }

  private isSettled(block: number): boolean {
    return this.blocks.has(block) || this.asked.has(block) || this.unreadable.has(block);
  }

  /** In one message, from the first of them to the last. */
  private async fetch(numbers: readonly number[]): Promise<void> {
    const { generation } = this;
    const first = numbers[0];
    const count = numbers[numbers.length - 1] - first + 1;
    for (const number of numbers) this.asked.add(number);
    const start = { kind: 'row', row: (first * blockRows) as Row } as const;
    try {
      const page = await this.source.page({ start, before: 0, rows: count * blockRows });
      if (generation === this.generation) this.keep(first, count, page);
    } catch (error) {
      if (generation !== this.generation) return;
      for (const number of numbers) this.unreadable.add(number);
      this.source.failed(error);
    }
    if (generation !== this.generation) return;
    for (const number of numbers) this.asked.delete(number);
    this.ask();
  }

  private keep(first: number, count: number, page: LinesPage): void {
    // Where there are fewer rows by now, a page begins before the place it was asked for.
    const surplus = page.exact ? Math.max(0, first * blockRows - page.firstRow) : 0;
    for (let i = 0; i < count; i++) {
      const from = surplus + i * blockRows;
      const rows = page.rows.slice(from, from + blockRows);
      this.blocks.set(first + i, { rows, exact: rows.every(({ exact }) => exact) });
    }
    for (const oldest of this.blocks.keys()) {
      if (this.blocks.size <= mostBlocks) break;
      this.blocks.delete(oldest);
    }
    const isSeen = this.seen.some((number) => number >= first && number < first + count);
    if (isSeen) this.source.arrived(page);
  }
}

import type { Row } from '../../../src/protocol/log-lines';
import { tell } from '../../shared/tell';
import type { Host } from '../host';
import type { Found, LogModel } from '../model';
import type { Span } from '../rows/text-marks';
import type { SearchPattern } from '../terms';
import { LineBits } from './line-bits';

/** What the find bar says. */
export interface FindStatus {
  readonly text: string;
  readonly isProblem: boolean;
  readonly isBusy: boolean;
}

/** Finds a pattern in the whole log, and goes from match to match. */
export class Finder {
  private running: AbortController | null = null;
  /** The row of the match it stands on. */
  private current: number | null = null;
  /** Other rows are shown than those that were asked about. */
  private isStale = false;
  /** Steps one after the other: each begins where the one before ended. */
  private steps: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: Host,
    private readonly model: LogModel,
    private readonly caretRow: () => number,
    /** Selects what matches in the row, and shows it. */
    private readonly goTo: (row: number, span: Span) => void,
    private readonly say: (status: FindStatus) => void,
  ) {
    model.listen((change) => {
      if (change === 'reading') this.rowsChanged();
    });
  }

  get isBusy(): boolean {
    return this.running !== null;
  }

  hasFound(pattern: SearchPattern): boolean {
    return JSON.stringify(this.model.found?.pattern) === JSON.stringify(pattern);
  }

  /** Looks for it in the whole log and goes to the match at the caret or behind it. A search that runs is given up. */
  async find(pattern: SearchPattern): Promise<void> {
    this.clear();
    if (pattern.text === '') return;
    const running = new AbortController();
    this.running = running;
    this.say({ text: tell('Searching…'), isProblem: false, isBusy: true });
    try {
      const answer = await this.host.call('find', { pattern }, { signal: running.signal });
      if (this.running !== running) return;
      this.running = null;
      if (answer.kind === 'problem') this.say({ text: answer.sentence, isProblem: true, isBusy: false });
      else this.take(pattern, new LineBits(answer.lines), answer.matches);
    } catch (error) {
      if (this.running === running) this.fail(error);
    }
  }

  /** The first match is a step too: whoever asks for the next one before the caret is there gets the second. */
  private take(pattern: SearchPattern, bits: LineBits, matches: number): void {
    const found = { pattern, bits, matches, rows: bits, places: bits };
    this.model.found = found;
    this.enqueue(async () => {
      await this.askRows();
      if (found !== this.model.found) return;
      this.model.tell('found');
      await this.step(1, this.caretRow());
    });
  }

  /** Where in the rows, and in the order of a merge, what was found stands by now. */
  private async askRows(): Promise<void> {
    const { found } = this.model;
    const answer = await this.host.call('foundRows', undefined);
    if (!found || found !== this.model.found) return;
    found.rows = answer.rows ? new LineBits(answer.rows) : found.bits;
    found.places = answer.places ? new LineBits(answer.places) : found.bits;
  }

  private rowsChanged(): void {
    if (!this.model.found || this.isStale) return;
    this.isStale = true;
    this.enqueue(async () => {
      this.isStale = false;
      this.current = null;
      await this.askRows();
      if (!this.model.found) return;
      this.model.tell('found');
      this.tellCount();
    });
  }

  private fail(error: unknown): void {
    this.running = null;
    this.say({
      text: error instanceof Error ? error.message : String(error),
      isProblem: true,
      isBusy: false,
    });
  }

  cancel(): void {
    this.running?.abort();
    this.running = null;
    this.say({ text: tell('Search cancelled'), isProblem: false, isBusy: false });
  }

  /** Forgets what was found. */
  clear(): void {
    this.running?.abort();
    this.running = null;
    this.current = null;
    this.say({ text: '', isProblem: false, isBusy: false });
    if (!this.model.found) return;
    this.model.found = null;
    this.model.tell('found');
  }

  move(direction: 1 | -1): Promise<void> {
    const { found } = this.model;
    return this.enqueue(async () => {
      if (found === this.model.found) await this.step(direction, this.startOf(direction));
    });
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.steps = this.steps.then(step).catch(() => undefined);
    return this.steps;
  }

  /** Behind the match the caret is still on. */
  private startOf(direction: 1 | -1): number {
    const row = this.caretRow();
    return row === this.current ? row + direction : row;
  }

  /** Past an end it begins at the other. */
  private async step(direction: 1 | -1, from: number): Promise<void> {
    const { found, rows } = this.model;
    if (!found) return;
    const next =
      nearest(found.rows, from, direction) ?? nearest(found.rows, direction === 1 ? 0 : rows - 1, direction);
    this.current = next;
    this.tellCount();
    if (next !== null) await this.select(found, next);
  }

  /** Of a folded run the first line is shown, which may not match. */
  private async select({ pattern }: Found, row: number): Promise<void> {
    const start = { kind: 'row', row: row as Row } as const;
    const { rows } = await this.host.call('page', { start, before: 0, rows: 1 });
    const texts = rows.map(({ text }) => text);
    const spans = await this.host.call('spansOfRows', { pattern, texts }).catch(() => [[]]);
    // Of other rows by now, its number would lead to another line.
    if (row === this.current && !this.isStale) this.goTo(row, spans[0]?.[0] ?? [0, 0]);
  }

  private tellCount(): void {
    const { found } = this.model;
    if (!found) return;
    this.say({ text: this.countText(found), isProblem: found.bits.count === 0, isBusy: false });
  }

  private countText({ bits, rows }: Found): string {
    if (bits.count === 0) return tell('No results');
    if (rows.count === 0) return tell('{0} lines, all of them hidden', bits.count);
    const ordinal = this.current === null ? '?' : rows.countBefore(this.current) + 1;
    if (rows.count < bits.count)
      return tell('{0} of {1} shown, {2} lines in all', ordinal, rows.count, bits.count);
    return bits.count === 1 ? tell('1 of 1 line') : tell('{0} of {1} lines', ordinal, bits.count);
  }
}

function nearest(rows: LineBits, from: number, direction: 1 | -1): number | null {
  const row = direction === 1 ? rows.next(from) : rows.previous(from);
  return row < 0 ? null : row;
}

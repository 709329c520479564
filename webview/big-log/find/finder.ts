import { tell } from '../../shared/tell';
import type { Host } from '../host';
import type { Found, LogModel } from '../model';
import type { Span } from '../rows/text-marks';
import type { SearchPattern } from '../terms';
import { type FoundRow, foundRowFrom } from './find-rows';
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
  private current: FoundRow | null = null;
  /** Steps one after the other: each begins where the one before ended. */
  private steps: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: Host,
    private readonly model: LogModel,
    private readonly caret: () => { readonly row: number; readonly line: number },
    /** Selects what matches in the row, and shows it. */
    private readonly goTo: (row: number, span: Span) => void,
    private readonly say: (status: FindStatus) => void,
  ) {}

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
      else await this.take(pattern, new LineBits(answer.lines), answer.matches);
    } catch (error) {
      if (this.running === running) this.fail(error);
    }
  }

  private async take(pattern: SearchPattern, bits: LineBits, matches: number): Promise<void> {
    this.model.found = { pattern, bits, matches };
    this.model.tell('found');
    await this.step(1, this.caret().line);
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
    this.steps = this.steps.then(() => this.step(direction, this.startOf(direction))).catch(() => undefined);
    return this.steps;
  }

  /** Behind the match the caret is still on. */
  private startOf(direction: 1 | -1): number {
    const { row, line } = this.caret();
    return row === this.current?.row ? this.current.line + direction : line;
  }

  /** Past an end it begins at the other. */
  private async step(direction: 1 | -1, from: number): Promise<void> {
    const { found, lines } = this.model;
    if (!found) return;
    const end = direction === 1 ? 0 : lines.lines - 1;
    const next =
      (await foundRowFrom(this.host, found.bits, from, direction)) ??
      (await foundRowFrom(this.host, found.bits, end, direction));
    if (found !== this.model.found) return;
    this.current = next;
    this.tellCount();
    if (next) await this.select(found, next);
  }

  private async select({ pattern }: Found, next: FoundRow): Promise<void> {
    const { row, text } = next;
    const spans = await this.host.call('spansOfRows', { pattern, texts: [text] }).catch(() => [[]]);
    if (next === this.current) this.goTo(row, spans[0]?.[0] ?? [0, 0]);
  }

  private tellCount(): void {
    const bits = this.model.found?.bits;
    if (!bits) return;
    this.say({ text: this.countText(bits), isProblem: bits.count === 0, isBusy: false });
  }

  private countText(bits: LineBits): string {
    if (bits.count === 0) return tell('No results');
    if (this.current === null) return tell('{0} lines, all of them hidden', bits.count);
    const ordinal = bits.countBefore(this.current.line) + 1;
    return bits.count === 1 ? tell('1 of 1 line') : tell('{0} of {1} lines', ordinal, bits.count);
  }
}

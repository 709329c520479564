import { mayContinue } from './continuation';
import type { Field, FormatVariant, Header, ReadContext } from './format';
import { newHeader } from './header';
import { plainLines } from './plain-lines';
import type { InsideTrace } from './stack-traces';
import { strayLines } from './stray-lines';

/** A way of writing that a log was found to use. */
export interface Candidate {
  readonly name: string;
  readonly variant: FormatVariant;
  /** See `LogFormat.neverWraps`. */
  readonly neverWraps: boolean;
  /** See `LogFormat.continuations`. */
  readonly continuations: readonly FormatVariant[];
  /** Plain data that stands for it (see `candidateOf`); undefined of one that no table and no layout gives. */
  readonly key?: number | string;
}

/** How a log is read, as its head decided. */
export interface Recognised {
  /** Of the format that reads most of the head, `text` where none was recognised. */
  readonly name: string;
  /** Share of the head's lines that could begin a record which the reader takes. */
  readonly share: number;
  /** None: every line for itself. */
  readonly chosen: readonly Candidate[];
  /** Most lines are indented, so that indentation makes no continuation. */
  readonly indented: boolean;
}

/** What the lines read so far leave behind, where that is no more than this; plain data. */
export interface ReaderState {
  /** The record read last is of a format that never wraps. */
  readonly afterUnwrapped: boolean;
  readonly inside: InsideTrace;
}

/**
 * Reads the lines of one log in the formats chosen for it, and remembers where it stands: in a stack trace, in a
 * quoted field. For a line the formats refuse: is it a stray that begins a record? After a record of a
 * format that never wraps it is one in any case, unless it looks like a part of a stack trace.
 */
export class LogReader {
  private readonly variants: FormatVariant[];
  private readonly continuations: readonly FormatVariant[];
  private readonly plain: ReturnType<typeof plainLines>;
  private afterUnwrapped: boolean;
  /** Whether the line read last begins a record as the formats do, or looks like a part of one. */
  fits = true;

  constructor(
    readonly recognised: Recognised,
    readonly context: ReadContext,
    former?: LogReader,
  ) {
    const { chosen, indented } = recognised;
    this.variants = chosen.map(({ variant }, i) =>
      copyOf(former?.variants[i] ?? variant, former !== undefined),
    );
    this.continuations = chosen.flatMap((candidate) => candidate.continuations);
    this.plain = former?.plain.fork() ?? plainLines(indented);
    this.afterUnwrapped = former?.afterUnwrapped ?? (chosen.length > 0 && chosen[0].neverWraps);
  }

  get name(): string {
    return this.recognised.name;
  }

  get share(): number {
    return this.recognised.share;
  }

  /** Of the format that reads most of the head, see `LogFormat.neverWraps`. */
  get neverWraps(): boolean {
    return this.recognised.chosen.some(({ name, neverWraps }) => neverWraps && name === this.name);
  }

  /** True where the line begins a record; `header` is undefined otherwise. */
  read(bytes: Uint8Array, start: number, end: number, header: Header): boolean {
    const from = afterNuls(bytes, start, end);
    const { variants, context, recognised } = this;
    this.fits = true;
    for (let i = 0; i < variants.length; i++) {
      if (!variants[i].read(bytes, from, end, header, context)) continue;
      this.afterUnwrapped = recognised.chosen[i].neverWraps;
      return true;
    }
    if (variants.length === 0) return this.plain.read(bytes, from, end, header, context);
    return !this.continues(bytes, from, end, header) && this.readOther(bytes, from, end, header);
  }

  /** A line that no format of the log knows. */
  private readOther(bytes: Uint8Array, start: number, end: number, header: Header): boolean {
    const begins =
      strayLines.read(bytes, start, end, header, this.context) ||
      (this.afterUnwrapped && this.plain.read(bytes, start, end, header, this.context));
    this.fits = !begins && (this.afterUnwrapped || mayContinue(bytes, start, end));
    return begins;
  }

  private continues(bytes: Uint8Array, start: number, end: number, header: Header): boolean {
    for (let i = 0; i < this.continuations.length; i++)
      if (this.continuations[i].read(bytes, start, end, header, this.context)) return true;
    return false;
  }

  /** Undefined where a format remembers more than a state says. */
  get state(): ReaderState | undefined {
    if (this.variants.some((variant) => variant.fork !== undefined)) return undefined;
    return { afterUnwrapped: this.afterUnwrapped, inside: this.plain.traces.inside };
  }

  /** Goes on where another reader by the same decision stood. */
  resume(state: ReaderState): void {
    this.afterUnwrapped = state.afterUnwrapped;
    this.plain.traces.inside = state.inside;
  }

  /** Another reader that stands where this one does; neither disturbs the other. See `ReadContext.referenceSeconds`. */
  fork(referenceSeconds = this.context.referenceSeconds): LogReader {
    return new LogReader(this.recognised, { ...this.context, referenceSeconds }, this);
  }

  /** A reader by the same decision that has read nothing yet. */
  fresh(): LogReader {
    return new LogReader(this.recognised, this.context);
  }

  /** A reader for one line known to begin a record, whatever stood before it: `read` fills the same header again. */
  forFirstLine(): LogReader {
    const reader = this.fresh();
    reader.afterUnwrapped = true;
    return reader;
  }

  /** What the line's format knows by name; the line must begin a record. */
  fieldsOf(bytes: Uint8Array, start: number, end: number): Field[] {
    const header = newHeader();
    const from = afterNuls(bytes, start, end);
    const { variants } = this.forFirstLine();
    const reads = variants.find((variant) => variant.read(bytes, from, end, header, this.context));
    return reads?.fields?.(bytes, from, end) ?? [];
  }
}

/** A variant without state serves all readers. */
function copyOf(variant: FormatVariant, withState: boolean): FormatVariant {
  return (withState ? variant.fork?.() : variant.fresh?.()) ?? variant;
}

/** copytruncate leaves NULs where a log was cut; the line that follows them is a line. */
export function afterNuls(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && bytes[i] === 0) i++;
  return i;
}

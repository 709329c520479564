import type { Field, ReadContext } from '../formats/format';
import type { LineIndex } from '../model/units';
import { maxLineBytes } from '../text/line-splitter';
import {
  copyOfText,
  newWrappedText,
  type OnText,
  resetWrapped,
  type Unwrapper,
  type WrappedText,
  type Wrapper,
  type WrapperSample,
} from './wrapper';

/** A wrapper around every line. */
export interface LineWrapper {
  readonly name: string;
  readonly samples: readonly WrapperSample[];
  /** Fills `text`, which holds the whole line; false (text undefined) where the line is not wrapped. */
  unwrap(bytes: Uint8Array, start: number, end: number, text: WrappedText, context: ReadContext): boolean;
  /** Asked of a head that `unwrap` takes: is there more that speaks for the wrapper? */
  confirms?(head: readonly Uint8Array[]): boolean;
  fields(bytes: Uint8Array, start: number, end: number): Field[];
  /** See `Wrapper.ownFormat`. */
  readonly ownFormat?: string;
}

/** The collector's own words may stand between wrapped lines; more of them, and it is something else. */
const wrappedShare = 0.9;
/** A text that does not end within so many lines is taken as it is: its stream has fallen silent. */
const mostOpenLines = 200;

export function lineWrapper(wrapper: LineWrapper): Wrapper {
  return {
    name: wrapper.name,
    samples: wrapper.samples,
    recognises: (head, context) => isWrapped(wrapper, head, context) && (wrapper.confirms?.(head) ?? true),
    open: (onText, context) => new LineUnwrapper(wrapper, onText, context, []),
    fields: wrapper.fields,
    ...(wrapper.ownFormat !== undefined && { ownFormat: wrapper.ownFormat }),
  };
}

/** Stops as soon as too many lines are not: after a tenth of the head in most logs, for each wrapper there is. */
function isWrapped(wrapper: LineWrapper, head: readonly Uint8Array[], context: ReadContext): boolean {
  const text = newWrappedText();
  const filled = head.filter((line) => line.some((byte) => byte > 0x20));
  const fewest = filled.length * wrappedShare;
  let possible = filled.length;
  for (let i = 0; i < filled.length && possible >= fewest; i++) {
    resetWrapped(text, filled[i], 0, filled[i].length);
    if (!wrapper.unwrap(filled[i], 0, filled[i].length, text, context)) possible--;
  }
  return filled.length > 0 && possible >= fewest;
}

/** A text that waits for its end, or for an earlier one to end. */
interface HeldText {
  readonly text: WrappedText;
  readonly line: LineIndex;
}

/**
 * Unwraps line by line. Texts in pieces are joined; while one is open, what follows waits, so that texts come in
 * the order of their first lines. In most logs nothing waits, and nothing is copied.
 */
class LineUnwrapper implements Unwrapper {
  private readonly text = newWrappedText();

  constructor(
    private readonly wrapper: LineWrapper,
    private readonly onText: OnText,
    private readonly context: ReadContext,
    private readonly held: HeldText[],
  ) {}

  line(bytes: Uint8Array, start: number, end: number, line: LineIndex): boolean {
    const { text } = this;
    resetWrapped(text, bytes, start, end);
    if (!this.wrapper.unwrap(bytes, start, end, text, this.context)) resetWrapped(text, bytes, start, end);
    const blank = isBlank(text);
    if (this.held.length === 0 && !text.goesOn) this.onText(text, line);
    else this.join(text, line);
    return blank;
  }

  end(): void {
    for (const { text, line } of this.held.splice(0)) this.onText(text, line);
  }

  fork(onText: OnText, context: ReadContext): LineUnwrapper {
    const held = this.held.map(({ text, line }) => ({ text: { ...text }, line }));
    return new LineUnwrapper(this.wrapper, onText, context, held);
  }

  private join(text: WrappedText, line: LineIndex): void {
    const open = this.held.find((earlier) => earlier.text.goesOn && earlier.text.stream === text.stream);
    if (open === undefined) this.held.push({ text: copyOfText(text), line });
    else goOn(open.text, text);
    this.handOver(line);
  }

  /** What waits for nothing any more. */
  private handOver(line: LineIndex): void {
    while (this.held.length > 0 && !(this.held[0].text.goesOn && line - this.held[0].line < mostOpenLines)) {
      const [{ text, line: first }] = this.held.splice(0, 1);
      this.onText(text, first);
    }
  }
}

/** Of a joined text as much is kept as of a line. */
function goOn(open: WrappedText, more: WrappedText): void {
  const room = Math.min(more.end - more.start, maxLineBytes - open.end);
  const joined = new Uint8Array(open.end + Math.max(0, room));
  joined.set(open.bytes.subarray(0, open.end));
  if (room > 0) joined.set(more.bytes.subarray(more.start, more.start + room), open.end);
  open.bytes = joined;
  open.end = joined.length;
  open.goesOn = more.goesOn;
}

function isBlank({ bytes, start, end }: WrappedText): boolean {
  for (let i = start; i < end; i++) if (bytes[i] > 0x20) return false;
  return true;
}

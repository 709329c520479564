import type { Field, ReadContext } from '../formats/format';
import { Level } from '../model/level';
import type { ByteOffset, LineIndex } from '../model/units';

/**
 * A text that a wrapper held, and what the wrapper says of it. One object is reused for every text; it and its bytes
 * are valid only during the call that hands it over.
 */
export interface WrappedText {
  /** The text is `bytes[start, end)`, without line end. */
  bytes: Uint8Array;
  start: number;
  end: number;
  /** Whole seconds since the epoch, NaN where the wrapper gives no time. */
  seconds: number;
  /** 0 to 999,999,999. */
  nanos: number;
  level: Level;
  /** Container, pod or service: `nameBytes[nameStart, nameEnd)`, empty where the wrapper names none. */
  nameBytes: Uint8Array;
  nameStart: number;
  nameEnd: number;
  /** Texts of one stream follow one another; those of several may be interleaved. Any 32 bits. */
  stream: number;
  /** The line is not at its end: the next text of the stream goes on with it. */
  goesOn: boolean;
  /** A record of its own even where the format inside does not know it, unless it looks like a part of a stack trace. */
  begins: boolean;
}

export interface WrapperSample {
  readonly lines: readonly string[];
  /** What must come out, joined and in order. */
  readonly texts: readonly {
    readonly text: string;
    /** Nanoseconds since the epoch in decimal, or null. */
    readonly time: string | null;
    readonly level: string;
    readonly name: string;
  }[];
  /** Of the first line. */
  readonly fields: readonly Field[];
}

/** `line` is the one the text begins on. */
export type OnText = (text: WrappedText, line: LineIndex) => void;

/** Takes the lines of one source and hands over the texts in them in the order they begin. */
export interface Unwrapper {
  /** The bytes are valid only during the call. True where the text in the line is blank. */
  line(bytes: Uint8Array, start: number, end: number, line: LineIndex, offset: ByteOffset): boolean;
  /** No line follows: hands over what was held back. */
  end(): void;
  /** Another one that stands where this one does. */
  fork(onText: OnText, context: ReadContext): Unwrapper;
}

/** What a log is wrapped in by who collected it: it comes off before the log's own format is looked for. */
export interface Wrapper {
  readonly name: string;
  readonly samples: readonly WrapperSample[];
  /** Whether these first lines of a source are wrapped in it. */
  recognises(head: readonly Uint8Array[], context: ReadContext): boolean;
  open(onText: OnText, context: ReadContext): Unwrapper;
  /** What the wrapper knows by name, from the first line of a text. */
  fields(bytes: Uint8Array, start: number, end: number): Field[];
  /** The format it is itself (syslog): it comes off only where the log would be read as that and a format we know is inside. */
  readonly ownFormat?: string;
  /** Its lines are given to it with the ANSI sequences in them: it counts their bytes. */
  readonly takesEscapes?: true;
}

/** Makes the whole line the text of a wrapper that says nothing else. */
export function resetWrapped(text: WrappedText, bytes: Uint8Array, start: number, end: number): void {
  text.bytes = bytes;
  text.start = start;
  text.end = end;
  text.seconds = Number.NaN;
  text.nanos = 0;
  text.level = Level.none;
  text.nameBytes = bytes;
  text.nameStart = start;
  text.nameEnd = start;
  text.stream = 0;
  text.goesOn = false;
  text.begins = false;
}

export function newWrappedText(): WrappedText {
  const nothing = new Uint8Array(0);
  const text = { bytes: nothing } as WrappedText;
  resetWrapped(text, nothing, 0, 0);
  return text;
}

/** One that outlives the call. */
export function copyOfText(text: WrappedText): WrappedText {
  // Not `slice`: a Node Buffer's is a view, and hosts read every chunk into the same buffer.
  const bytes = new Uint8Array(text.bytes.subarray(text.start, text.end));
  const nameBytes = new Uint8Array(text.nameBytes.subarray(text.nameStart, text.nameEnd));
  return { ...text, bytes, start: 0, end: bytes.length, nameBytes, nameStart: 0, nameEnd: nameBytes.length };
}

/** 32 bits that name a stream. */
export function streamOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash;
}

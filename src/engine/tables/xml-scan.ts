const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const exclamation = 0x21;

/** One start tag, end tag or piece of text; offsets index the bytes scanned. */
export interface XmlPiece {
  kind: 'start' | 'end' | 'empty' | 'text';
  /** The tag's name without prefix; of text the text itself. */
  start: number;
  end: number;
  /** Where the attributes of a start tag stand. */
  attributesEnd: number;
}

/**
 * Walks through XML in one pass, each byte looked at a bounded number of times: no entities are expanded, no document type is read, and
 * what is not well-formed is passed over. Comments, CDATA marks and processing instructions are left out.
 */
export class XmlScanner {
  readonly piece: XmlPiece = { kind: 'text', start: 0, end: 0, attributesEnd: 0 };
  private at: number;

  constructor(
    private readonly bytes: Uint8Array,
    start: number,
    private readonly end: number,
  ) {
    this.at = start;
  }

  /** False where nothing is left; `piece` is valid until the next call. */
  next(): boolean {
    const { bytes, end } = this;
    while (this.at < end) {
      if (bytes[this.at] !== less) return this.text();
      const next = bytes[this.at + 1];
      if (next === exclamation && isCdata(bytes, this.at, end)) return this.cdata();
      const close = tagEnd(bytes, this.at, end);
      const open = this.at;
      this.at = close + 1;
      if (next !== exclamation && next !== 0x3f) return this.tag(open, close);
    }
    return false;
  }

  private text(): boolean {
    const start = this.at;
    while (this.at < this.end && this.bytes[this.at] !== less) this.at++;
    return this.set('text', start, this.at, this.at);
  }

  private cdata(): boolean {
    const start = this.at + cdataOpen.length;
    let i = start;
    while (
      i < this.end &&
      !(this.bytes[i] === greater && this.bytes[i - 1] === 0x5d && this.bytes[i - 2] === 0x5d)
    )
      i++;
    this.at = i + 1;
    return this.set('text', start, Math.max(start, i - 2), i);
  }

  private tag(open: number, close: number): boolean {
    const { bytes } = this;
    const isEnd = bytes[open + 1] === slash;
    const isEmpty = close < this.end && bytes[close - 1] === slash;
    let start = isEnd ? open + 2 : open + 1;
    let i = start;
    for (; i < close && bytes[i] > 0x20 && bytes[i] !== slash; i++) if (bytes[i] === 0x3a) start = i + 1;
    return this.set(isEnd ? 'end' : isEmpty ? 'empty' : 'start', start, i, close);
  }

  private set(kind: XmlPiece['kind'], start: number, end: number, attributesEnd: number): boolean {
    this.piece.kind = kind;
    this.piece.start = start;
    this.piece.end = end;
    this.piece.attributesEnd = attributesEnd;
    return true;
  }
}

const cdataOpen = new TextEncoder().encode('<![CDATA[');

function isCdata(bytes: Uint8Array, at: number, end: number): boolean {
  return at + cdataOpen.length <= end && cdataOpen.every((byte, i) => bytes[at + i] === byte);
}

/** The `>` that ends the tag at `at`; one within an attribute's quotes does not. */
function tagEnd(bytes: Uint8Array, at: number, end: number): number {
  let quote = 0;
  for (let i = at; i < end; i++) {
    if (quote !== 0) {
      if (bytes[i] === quote) quote = 0;
    } else if (bytes[i] === greater) return i;
    else if (bytes[i] === doubleQuote || bytes[i] === singleQuote) quote = bytes[i];
  }
  return end;
}

/** The value of an attribute of the tag that ends at `end`, from behind its name on; undefined where it has none of the name. */
export function attributeOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  name: Uint8Array,
): { readonly start: number; readonly end: number } | undefined {
  for (let i = start; i < end; ) {
    while (i < end && bytes[i] <= 0x20) i++;
    const from = i;
    while (i < end && bytes[i] !== equals && bytes[i] > 0x20) i++;
    const to = i;
    while (i < end && bytes[i] !== doubleQuote && bytes[i] !== singleQuote) i++;
    const valueStart = i + 1;
    const close = i < end ? bytes.subarray(0, end).indexOf(bytes[i], valueStart) : -1;
    if (close < 0) return undefined;
    if (sameBytes(bytes, from, to, name)) return { start: valueStart, end: close };
    i = close + 1;
  }
  return undefined;
}

export function sameBytes(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word[i]) return false;
  return true;
}

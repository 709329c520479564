/** What a claim never crosses: a paragraph, a list item, a heading; or a row of a table, whose cells are cut later. */
export interface AnswerBlock {
  /** Without what marks it (`- `, `## `, `> `), to the end of its last line. */
  readonly start: number;
  readonly end: number;
  readonly isRow: boolean;
}

export interface AnswerBlocks {
  /** In order; code is none of them. */
  readonly blocks: readonly AnswerBlock[];
  /** Characters that nothing to come can change: whole blocks, and no code that is still open. */
  readonly settled: number;
}

interface Line {
  readonly start: number;
  /** Without its line end. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
  readonly isWhole: boolean;
}

type LineKind = 'blank' | 'fence' | 'heading' | 'item' | 'row' | 'rule' | 'text';

interface ReadLine {
  readonly kind: LineKind;
  /** Where its own text begins. */
  readonly content: number;
  /** Behind a mark of a list, which something follows. */
  readonly isItem: boolean;
  readonly isQuoted: boolean;
  readonly indent: number;
}

const quoteMark = /[ \t]*>[ \t]?/y;
const space = /[ \t]*/y;
const itemMark = /(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?=\S)|[ \t]*$)/my;
const headingMark = /#{1,6}(?:[ \t]+|$)/my;
const fenceMark = /`{3,}(?=[^`\n]*$)|~{3,}/my;
const ruleLine = /(?:(?:[-*_=][ \t]*)+|[|:\- \t]+)\r?$/my;
const delimiterRow = /^(?=[^|]*\|)(?=[^-]*-)[|:\- \t]+$/;
const leastCodeIndent = 4;
/** Deeper marks are text: each costs a look at the rest of its line. */
const mostNested = 8;

/** One pass: what a line is depends on it and the lines before it alone. */
export function answerBlocks(text: string): AnswerBlocks {
  const reader = new BlockReader(text);
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at);
    reader.read(line);
    at = line.next;
  }
  return reader.finish();
}

/** Up to where an answer that still comes in can be checked: what is checked then stays as it is. */
export function completedBlocks(text: string): number {
  return answerBlocks(text).settled;
}

class BlockReader {
  private readonly blocks: AnswerBlock[] = [];
  private settled = 0;
  private open: { readonly start: number; end: number; readonly isQuoted: boolean } | undefined;
  private fence: string | undefined;
  private inTable = false;
  private inList = false;

  constructor(private readonly text: string) {}

  read(line: Line): void {
    if (this.fence !== undefined) this.readCode(line, this.fence);
    else this.readOutside(line, readLine(this.text, line));
  }

  finish(): AnswerBlocks {
    this.close();
    return { blocks: this.blocks, settled: this.settled };
  }

  private readCode(line: Line, fence: string): void {
    const shown = this.text
      .slice(line.start, line.end)
      .replace(/^[\s>]+/, '')
      .trimEnd();
    const closes = shown.length >= fence.length && shown === fence[0].repeat(shown.length);
    if (!closes) return;
    this.fence = undefined;
    if (line.isWhole) this.settled = line.next;
  }

  private readOutside(line: Line, read: ReadLine): void {
    if (this.open !== undefined && this.goesOn(this.open, read)) {
      this.open.end = line.end;
      return;
    }
    if (line.isWhole || staysABlock(line, read, this.open)) this.settled = line.start;
    this.close();
    this.begin(line, read);
    if (this.open === undefined && this.fence === undefined && line.isWhole) this.settled = line.next;
  }

  /** Whether the line belongs to the paragraph or item before it. */
  private goesOn(open: { readonly isQuoted: boolean }, { kind, isQuoted }: ReadLine): boolean {
    return kind === 'text' && (open.isQuoted || !isQuoted);
  }

  private begin(line: Line, { kind, content, isQuoted, indent }: ReadLine): void {
    const text = this.text.slice(content, line.end);
    const isRow = kind === 'row' || (kind === 'text' && this.inTable && text.includes('|'));
    const isCode = kind === 'text' && indent >= leastCodeIndent && !this.inList;
    this.inTable = isRow || (kind === 'rule' && delimiterRow.test(text));
    if (kind === 'item') this.inList = true;
    else if (kind !== 'blank' && indent === 0) this.inList = false;
    if (kind === 'fence') this.fence = /^[`~]+/.exec(text)?.[0];
    else if (isRow || kind === 'heading') this.blocks.push({ start: content, end: line.end, isRow });
    else if (kind === 'item' || (kind === 'text' && !isCode))
      this.open = { start: content, end: line.end, isQuoted };
  }

  private close(): void {
    if (this.open !== undefined)
      this.blocks.push({ start: this.open.start, end: this.open.end, isRow: false });
    this.open = undefined;
  }
}

/** Whether a line that still comes in begins a block whatever comes: `- x` does, `-` may become `-5`. */
function staysABlock(
  { end }: Line,
  { kind, content, isItem, isQuoted }: ReadLine,
  open: { readonly isQuoted: boolean } | undefined,
): boolean {
  if (kind === 'blank') return false;
  if (isItem || (isQuoted && open?.isQuoted === false)) return true;
  return content < end && kind !== 'rule' && kind !== 'fence';
}

function lineAt(text: string, start: number): Line {
  const feed = text.indexOf('\n', start);
  if (feed === -1) return { start, end: text.length, next: text.length, isWhole: false };
  const end = feed > start && text[feed - 1] === '\r' ? feed - 1 : feed;
  return { start, end, next: feed + 1, isWhole: true };
}

function readLine(text: string, { start, end }: Line): ReadLine {
  let at = start;
  let isQuoted = false;
  for (let next = after(quoteMark, text, at); next > at && next <= end; next = after(quoteMark, text, at)) {
    at = next;
    isQuoted = true;
  }
  const own = Math.min(end, after(space, text, at));
  const found = { isQuoted, indent: own - at };
  if (own >= end) return { ...found, kind: 'blank', content: end, isItem: false };
  return { ...found, ...kindAt(text, own, end) };
}

/** Marks of lists may stand within each other (`- 1. x`), and hold a heading or code. */
function kindAt(text: string, own: number, end: number): Pick<ReadLine, 'kind' | 'content' | 'isItem'> {
  let at = own;
  let isItem = false;
  let isMarked = false;
  for (let depth = 0; depth < mostNested; depth++) {
    if (after(ruleLine, text, at) > at) return { kind: 'rule', content: at, isItem };
    const next = after(itemMark, text, at);
    if (next <= at || next > end) break;
    at = next;
    isMarked = true;
    isItem ||= next < end;
  }
  if (after(fenceMark, text, at) > at) return { kind: 'fence', content: at, isItem };
  const heading = after(headingMark, text, at);
  if (heading > at) return { kind: 'heading', content: Math.min(end, heading), isItem };
  if (isMarked) return { kind: 'item', content: at, isItem };
  return { kind: text[at] === '|' ? 'row' : 'text', content: at, isItem };
}

/** Where a match that begins here ends; `at` itself where there is none. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

import { isFilePath, isPackaged, nowhere, type Position, positionAt } from './link-text';

/**
 * What in a line of a log leads somewhere. Where to is not looked up before somebody follows it, and the text of a link
 * alone says all of it: `linksOf` of that text finds the same target.
 */
export interface LineLink {
  /** UTF-16 units from the line's beginning. */
  readonly start: number;
  readonly length: number;
  readonly target: LinkTarget;
}

export type LinkTarget =
  | { readonly kind: 'url'; readonly url: string }
  /** `path` as the log writes it, of a stack frame on the JVM by its package: absolute, relative, or a name alone. Both counted from 1. */
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly line: number | null;
      readonly column: number | null;
    };

/** What stands further right in a line is hardly read, and never clicked. */
const mostChars = 10_000;
const mostLinks = 100;

/** What a path is made of, without the colon: `C:` and schemes are looked at apart. Letters of all scripts, no punctuation of theirs. */
const run = String.raw`[\w./\\~@+%$\-\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufefe]+`;

const candidates = new RegExp(`File "|${run}`, 'g');
const restOfRun = new RegExp(run, 'y');
const quotedFrame = /File "([^"<>\r\n]{1,1000})", line (\d{1,7})\b/y;
/** A path of .NET on Windows may have blanks in it; where it ends `:line` says. */
const dotNetPath = /[A-Za-z]:[\\/][^:"<>|*?\r\n]{1,1000}(?=:line \d)/y;
const drivePath = /[A-Za-z]:(?=[\\/])/y;
const url = /https?:\/\/[^\s"'<>`{}|\\^\p{Cc}]+/iuy;
const schemeEnd = /:\/\/\/*/y;
const unbroken = /\S+/y;
const method = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE) $/;

/**
 * File and line (`a/b.ts:3:7`, `C:\a.cs(3,7)`), relative paths, stack frames of Java and its kin, Python, JavaScript, Go, .NET,
 * Rust, Ruby and PHP, web addresses; from left to right, at most 100 of them within the first 10,000 units. Linear in the text: each
 * pattern is one run of a class of characters, tried where the one before ended.
 */
export function linksOf(line: string): readonly LineLink[] {
  const text = line.length > mostChars ? line.slice(0, mostChars) : line;
  const links: LineLink[] = [];
  let from = 0;
  while (links.length < mostLinks) {
    const found = execAt(candidates, text, from);
    if (!found) break;
    const last = links.at(-1);
    const next = linkAt(text, found, last ? last.start + last.length : 0);
    if (next.target) links.push({ start: next.start, length: next.end - next.start, target: next.target });
    from = next.end;
  }
  return links;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Null: nothing in it is a link. */
  readonly target: LinkTarget | null;
}

/** `floor`: where the last link ends. */
function linkAt(text: string, found: RegExpExecArray, floor: number): Stretch {
  const start = found.index;
  if (found[0] === 'File "') return quotedFrameAt(text, start) ?? { start, end: start + 6, target: null };
  const end = start + found[0].length;
  if (text.startsWith('://', end)) return schemeAt(text, start, end);
  if (end === start + 1 && text[end] === ':') return driveAt(text, start, floor);
  return pathAt(text, start, end, floor);
}

function quotedFrameAt(text: string, start: number): Stretch | undefined {
  const found = execAt(quotedFrame, text, start);
  if (!found) return undefined;
  const target = { kind: 'file', path: found[1], line: Number(found[2]), column: null } as const;
  return { start, end: start + found[0].length, target };
}

function schemeAt(text: string, start: number, end: number): Stretch {
  const scheme = text.slice(start, end).toLowerCase();
  const address = execAt(url, text, start)?.[0];
  if (address !== undefined) {
    const trimmed = withoutTail(address);
    return { start, end: start + trimmed.length, target: { kind: 'url', url: trimmed } };
  }
  if (scheme === 'file') return fileUrlAt(text, start, end + 3);
  // What bundlers call the sources they made a script of.
  if (scheme.startsWith('webpack'))
    return endOf(start, end + (execAt(schemeEnd, text, end)?.[0].length ?? 0));
  return endOf(start, unbrokenEnd(text, end));
}

/** `file:///srv/a.js:3:7`, `file:///C:/a.js`; of another machine (`file://host/…`) none. */
function fileUrlAt(text: string, start: number, pathStart: number): Stretch {
  const none = endOf(start, unbrokenEnd(text, pathStart));
  if (text[pathStart] !== '/') return none;
  const driveStart = pathStart + 1;
  const drive = execAt(drivePath, text, driveStart)?.[0].length ?? 0;
  const first = drive > 0 ? driveStart : pathStart;
  const rest = execAt(restOfRun, text, first + drive)?.[0].length ?? 0;
  const path = fileAt(text, start, first, first + drive + rest);
  return path ? { ...path, target: decoded(path.target) } : none;
}

function driveAt(text: string, start: number, floor: number): Stretch {
  const spaced = execAt(dotNetPath, text, start);
  if (spaced) return fileAt(text, start, start, start + spaced[0].length) ?? endOf(start, start + 2);
  const drive = execAt(drivePath, text, start);
  if (!drive) return endOf(start, start + 1);
  const rest = execAt(restOfRun, text, start + drive[0].length)?.[0].length ?? 0;
  return pathAt(text, start, start + drive[0].length + rest, floor);
}

function pathAt(text: string, start: number, end: number, floor: number): Stretch {
  const first = text.startsWith('///', start) ? start + 3 : start;
  const file = fileAt(text, first, first, end);
  if (!file?.target) return endOf(start, end);
  if (file.target.line === null && isRequest(text, start)) return endOf(start, end);
  return frameAround(text, file, floor) ?? file;
}

interface FileStretch extends Stretch {
  readonly target: Extract<LinkTarget, { kind: 'file' }>;
}

/** The link from `start` on whose path stands from `first` to `end`, by what stands behind it. */
function fileAt(text: string, start: number, first: number, end: number): FileStretch | undefined {
  const whole = text.slice(first, end);
  const path = withoutDots(whole);
  const position: Position = path.length === whole.length ? positionAt(text, end) : nowhere;
  if (!isFilePath(path, position.line !== null)) return undefined;
  const { line, column, length } = position;
  return { start, end: first + path.length + length, target: { kind: 'file', path, line, column } };
}

const frameName = /[\w.$<>/@-]+\($/;
/** A longer name of a method nobody wrote. */
const longestFrameName = 500;

/** `shop.cart.Cart$Items.<init>(Cart.java:42)`: the package says in which folder. */
function frameAround(text: string, file: FileStretch, floor: number): Stretch | undefined {
  const { path } = file.target;
  if (text[file.start - 1] !== '(' || text[file.end] !== ')' || !isPackaged(path)) return undefined;
  const before = text.slice(Math.max(floor, file.start - longestFrameName), file.start);
  const name = frameName.exec(before)?.[0];
  if (name === undefined) return undefined;
  const folders = name
    .slice(name.lastIndexOf('/') + 1, -1)
    .split('.')
    .slice(0, -2);
  const target = { ...file.target, path: [...folders, path].join('/') };
  return { start: file.start - name.length, end: file.end + 1, target };
}

function isRequest(text: string, start: number): boolean {
  return method.test(text.slice(Math.max(0, start - 10), start));
}

function decoded(target: Extract<LinkTarget, { kind: 'file' }>): LinkTarget {
  try {
    return { ...target, path: decodeURIComponent(target.path) };
  } catch {
    return target;
  }
}

/** A sentence ends behind a path; what is left of `..` is no name. */
function withoutDots(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '.') end--;
  return path.slice(0, end);
}

/** Punctuation and brackets of the sentence around it, and the position a browser's stack frame adds. */
function withoutTail(address: string): string {
  let unopened = surplus(address, '(', ')') + surplus(address, '[', ']');
  let end = address.length;
  for (; end > 0; end--) {
    const char = address[end - 1];
    if ('.,;:!?'.includes(char)) continue;
    if (!')]'.includes(char) || unopened-- <= 0) break;
  }
  return address.slice(0, end).replace(/:\d{1,7}:\d{1,5}$/, '');
}

function surplus(text: string, open: string, close: string): number {
  return Math.max(0, text.split(close).length - text.split(open).length);
}

function unbrokenEnd(text: string, from: number): number {
  return from + (execAt(unbroken, text, from)?.[0].length ?? 0);
}

function endOf(start: number, end: number): Stretch {
  return { start, end, target: null };
}

/** `pattern` is sticky or global. */
function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

import type { SecretSpan } from './secret';

/** RFC 7468 (PEM), OpenPGP's armour, RFC 4716 with four hyphens. */
const beginning = /-{4,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
const ending = /-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;

/** A key of 16,384 bits with a header of 100 characters before each line. */
const longestBlock = 48_000;
/** What comes behind the beginning in the same line: line feeds written as `\n`, or none. */
const sameLine = /(?:[A-Za-z0-9+/=\s,:.-]|\\{1,2}[rn])*/y;
/** A line of a key, whatever number, time or level stands before it; the headers of an encrypted one; an empty one. */
const keyLine =
  /(?:[^\n]{0,160}[\s:|>"'])?(?:[A-Za-z0-9+/]{4,}={0,2}|[A-Za-z0-9+/]{1,3}={1,2}|=[A-Za-z0-9+/]{4})["',\\nr]{0,6}\r?$/;
const headerLine = /(?:Proc-Type|DEK-Info|Comment|Version): |^\s*(?:\d+\s*[:|])?\s*$/;

/**
 * Blocks of private keys, from the line that begins one to the one that ends it: with all that stands before their lines, as numbers
 * and times. One without an end goes as far as its lines look like a key's. Each character is looked at a few times at most.
 */
export function keyBlocksIn(text: string): readonly SecretSpan[] {
  if (!mayHoldKeys(text)) return [];
  const begins = [...text.matchAll(beginning)].map((match) => [match.index, match.index + match[0].length]);
  const ends = [...text.matchAll(ending)].map((match) => [match.index, match.index + match[0].length]);
  const blocks: SecretSpan[] = [];
  let at = 0;
  for (const [i, [start, from]] of begins.entries()) {
    while (at < ends.length && ends[at][0] < from) at++;
    const next = begins[i + 1]?.[0] ?? text.length;
    const [endAt, end] = ends[at] ?? [text.length, text.length];
    const isWhole = at < ends.length && endAt < next && end - start <= longestBlock;
    blocks.push({ kind: 'KEY', start, end: isWhole ? end : endOfKeyLines(text, from, next) });
  }
  return blocks;
}

function endOfKeyLines(text: string, from: number, limit: number): number {
  let end = endOfSameLine(text, from, limit);
  if (end < limit && text[end] !== '\n' && text[end] !== '\r') return end;
  // What ends in the middle of a line is the next beginning, or more than a key has.
  const [, ...lines] = text.slice(end, Math.min(limit, from + longestBlock)).split('\n');
  for (const line of lines) {
    if (!isKeyLine(line)) break;
    end += 1 + line.length;
    if (!isFull(line) && !headerLine.test(line)) break;
  }
  return end;
}

function endOfSameLine(text: string, from: number, limit: number): number {
  const line = text.slice(from, Math.min(limit, from + longestBlock)).split('\n', 1)[0];
  sameLine.lastIndex = 0;
  return from + (sameLine.exec(line)?.[0].length ?? 0);
}

function isKeyLine(line: string): boolean {
  return line.length < 400 && (keyLine.test(line) || headerLine.test(line));
}

function isFull(line: string): boolean {
  return /[A-Za-z0-9+/=]{40,}/.test(line);
}

/** False where a text certainly holds no private key. */
export function mayHoldKeys(text: string): boolean {
  return text.includes('PRIVATE KEY');
}

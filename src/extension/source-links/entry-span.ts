import type { TimeSpan } from '../../protocol/log-source';

/** As `src/node/sources/entry-text.ts` begins an entry: the server's time of it, whatever time its text tells. */
const entryHead = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{9})Z \{/;
/** Lines of one entry that are looked through for its first: stack traces are shorter. */
const mostLinesOfEntry = 2000;
const secondNs = 1_000_000_000n;

/** The beginning of a line, which counts from 1. */
export type LineHead = (line: number) => Promise<string>;

/**
 * From the entry of the one line to that of the other, in whole seconds: a page that shows a millisecond shows nothing around it. Undefined
 * where one of them is in no entry.
 */
export async function entrySpan(
  first: number,
  last: number,
  headOf: LineHead,
): Promise<TimeSpan | undefined> {
  const times = [await entryTime(first, headOf), await entryTime(last, headOf)];
  const [from, until] = times.sort((a, b) => (a < b ? -1 : 1));
  if (from < 0n) return undefined;
  return { from: `${(from / secondNs) * secondNs}`, until: `${(until / secondNs + 1n) * secondNs}` };
}

/** Nanoseconds; -1 where no line before says one. */
async function entryTime(line: number, headOf: LineHead): Promise<bigint> {
  for (let at = line; at > Math.max(0, line - mostLinesOfEntry); at--) {
    const [, second, fraction] = entryHead.exec(await headOf(at)) ?? [];
    if (second !== undefined) return BigInt(Date.parse(`${second}Z`)) * 1_000_000n + BigInt(fraction);
  }
  return -1n;
}

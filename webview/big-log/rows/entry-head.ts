import type { TextStyle } from '../../../src/protocol/log-lines';
import type { Stretch } from './spans';

/** As `src/node/sources/entry-text.ts` writes entries of remote logs: the time with nine digits, labels in braces, a blank. */
const head = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z (\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\}) /;
const quickLook = /^\d{4}-\d\d-\d\dT[\d:.]{18}Z \{/;

/** What stands before the text of an entry. UTF-16 units of the row's text. */
export interface EntryHead {
  /** All of it, with the blank behind it. */
  readonly length: number;
  /** The labels in their braces. */
  readonly labels: Stretch;
}

/** Null where a row is no entry. */
export function entryHeadOf(text: string): EntryHead | null {
  const found = quickLook.test(text) ? head.exec(text) : null;
  if (!found) return null;
  const [all, braces] = found;
  return {
    length: all.length,
    labels: { start: all.length - 1 - braces.length, length: braces.length },
  };
}

/** It is less than the text: shown paler. */
export function entryHeadStyle(entry: EntryHead | null): readonly TextStyle[] {
  if (!entry) return [];
  const { start, length } = entry.labels;
  // Cut where the labels begin and end: they are folded by themselves.
  return [
    { start: 0, length: start, dim: true },
    { start, length, dim: true },
    { start: start + length, length: entry.length - start - length, dim: true },
  ];
}

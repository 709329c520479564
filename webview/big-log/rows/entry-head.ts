import type { TextStyle } from '../../../src/protocol/log-lines';

/** As `src/node/sources/entry-text.ts` writes entries of remote logs: the time with nine digits, labels in braces, a blank. */
const head = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z \{(?:[^"}]|"(?:[^"\\]|\\.)*")*\} /;
const quickLook = /^\d{4}-\d\d-\d\dT[\d:.]{18}Z \{/;

/** What stands before the text of an entry is less than the text: shown paler. [] where a row is no entry. */
export function entryHeadStyle(text: string): readonly TextStyle[] {
  const found = quickLook.test(text) ? head.exec(text) : null;
  return found ? [{ start: 0, length: found[0].length, dim: true }] : [];
}

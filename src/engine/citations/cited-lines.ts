import type { LineNumber } from '../model/units';
import { mostLinesOfRange } from './claim-check';
import { citedClaims } from './claims';
import { withoutMarks } from './marks';

/** More lines than any answer needs; what is cited beyond them does not hold. */
export const mostLookups = 10_000;

/** Lines of each document whose records `checkedAnswer` will ask for, each once, in order of appearance. */
export function citedLines(text: string): ReadonlyMap<string, readonly LineNumber[]> {
  const lines = new Map<string, Set<LineNumber>>();
  const citations = citedClaims(withoutMarks(text)).flatMap((claim) => claim.citations);
  for (const { document, firstLine, lastLine } of citations) {
    if (lastLine - firstLine >= mostLinesOfRange) continue;
    const own = lines.get(document) ?? new Set();
    lines.set(document, own);
    for (let line: number = firstLine; line <= lastLine && own.size < mostLookups; line++)
      own.add(line as LineNumber);
  }
  return new Map([...lines].map(([document, own]) => [document, [...own]]));
}

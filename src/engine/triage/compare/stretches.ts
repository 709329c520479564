import { type BadLines, Mark } from './bad-lines';

/** Lines of the bad log that belong together, from 0, both included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** The line that tells most; the first of equals. */
  readonly telling: number;
  /** Lines with text. */
  readonly written: number;
  /** Of these, those that no good log has. */
  readonly unknown: number;
}

/** Chosen lines with nothing but blank lines between them make one stretch. */
export function stretchesOf(lines: BadLines, chosen: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  let first = -1;
  let last = -1;
  for (let i = 0; i < lines.count; i++) {
    if (lines.mark(i) === Mark.blank) continue;
    if (chosen[i] === 1) {
      if (first < 0) first = i;
      last = i;
    } else if (first >= 0) {
      stretches.push(stretchOf(lines, first, last));
      first = -1;
    }
  }
  if (first >= 0) stretches.push(stretchOf(lines, first, last));
  return stretches;
}

function stretchOf(lines: BadLines, first: number, last: number): Stretch {
  let telling = first;
  let written = 0;
  let unknown = 0;
  for (let i = first; i <= last; i++) {
    if (lines.mark(i) === Mark.blank) continue;
    written++;
    if (lines.isNew(i)) unknown++;
    if (rank(lines, i) > rank(lines, telling)) telling = i;
  }
  return { first, last, telling, written, unknown };
}

/** A known line or a bare verdict titles a stretch only where there is nothing else. */
function rank(lines: BadLines, line: number): number {
  return lines.mark(line) === Mark.telling ? 1 + lines.score(line) : 0;
}

import { Level } from '../../model/level';
import { type BadLines, Mark } from './bad-lines';

/** Known lines of level error that a new error goes on with: advice, a closing line. */
const mostKnownBehind = 8;
/** New lines between two that tell of a failure. */
const mostBetween = 6;
/** New lines that lead up to one; where there are more, the runs differ at large and they say nothing of the failure. */
const mostBefore = 12;

/**
 * The lines of the bad log that explain what went wrong: 1 where a line does. What tells of a failure by its level or words
 * does; so does what belongs to it: its stack trace, the rest of a message written at once, a few new lines between two such
 * lines and those that lead up to one.
 */
export function explainingLines(lines: BadLines): Uint8Array {
  const chosen = new Uint8Array(lines.count);
  for (let i = 0; i < lines.count; i++) if (lines.mark(i) === Mark.telling) chosen[i] = 1;
  addAttached(lines, chosen);
  addDrawn(lines, chosen);
  addRestOfMessage(lines, chosen);
  addBetween(lines, chosen);
  addBefore(lines, chosen);
  return chosen;
}

/** A stack trace is one thing: its frames belong to it, those that a good log has too. */
function addAttached(lines: BadLines, chosen: Uint8Array): void {
  let headIsChosen = false;
  for (let i = 0; i < lines.count; i++) {
    if (lines.mark(i) === Mark.blank) continue;
    if (!lines.isAttached(i)) headIsChosen = chosen[i] === 1;
    else if (headIsChosen) chosen[i] = 1;
  }
}

/** So does the frame that a compiler draws behind its message, and the rest of the box a message stands in. */
function addDrawn(lines: BadLines, chosen: Uint8Array): void {
  for (let i = 1; i < lines.count; i++) {
    const goesOn = chosen[i] === 0 && chosen[i - 1] === 1 && lines.isDrawn(i);
    if (goesOn && lines.mark(i) !== Mark.blank) chosen[i] = 1;
  }
}

/** Build tools write an error over several lines, each of level error, with the same advice behind every one. */
function addRestOfMessage(lines: BadLines, chosen: Uint8Array): void {
  let room = 0;
  for (let i = 0; i < lines.count; i++) {
    if (lines.level(i) < Level.error) room = 0;
    else if (chosen[i] === 1) room = mostKnownBehind;
    else if (room > 0 && lines.cameAtOnce(i)) {
      room--;
      chosen[i] = 1;
    } else room = 0;
  }
}

function addBetween(lines: BadLines, chosen: Uint8Array): void {
  let last = -1;
  let room = 0;
  for (let i = 0; i < lines.count; i++) {
    if (chosen[i] === 1) {
      if (last >= 0) chosen.fill(1, last + 1, i);
      last = i;
      room = mostBetween;
    } else if (!mayBridge(lines, i)) last = -1;
    else if (isWritten(lines, i) && room-- === 0) last = -1;
  }
}

function addBefore(lines: BadLines, chosen: Uint8Array): void {
  for (let i = 1; i < lines.count; i++) {
    if (chosen[i] === 0 || chosen[i - 1] === 1) continue;
    let from = i;
    while (from > 0 && chosen[from - 1] === 0 && mayBridge(lines, from - 1) && i - from <= 2 * mostBefore)
      from--;
    if (writtenLines(lines, from, i - 1) <= mostBefore) chosen.fill(1, from, i);
  }
}

function mayBridge(lines: BadLines, line: number): boolean {
  const mark = lines.mark(line);
  return mark === Mark.blank || mark === Mark.plain;
}

/** Lines with text from one to another, both included. */
function writtenLines(lines: BadLines, from: number, to: number): number {
  let count = 0;
  for (let i = from; i <= to; i++) if (isWritten(lines, i)) count++;
  return count;
}

/** One with what is attached to it counts once. */
function isWritten(lines: BadLines, line: number): boolean {
  return lines.mark(line) !== Mark.blank && !lines.isAttached(line);
}

import { Level } from '../../model/level';
import { HeaderMemo } from './header-memo';
import { optionalPieces } from './pieces';
import type { Step } from './step';

/**
 * Elements that say the same of the same bytes whatever follows: they look at no byte behind the one that ends them, but
 * `{component}`, which looks at the two behind a colon; the blank before the message comes later.
 */
const selfContained = new Set([
  'level',
  'levelLetter',
  'component',
  'component:word',
  'component:text',
  'number',
  'word',
  'host',
  'text',
]);

/** An optional piece that begins with a byte of its own: where that is missing, no more of the line is looked at. */
const setOff = /^\{\?[!-z]/;

/**
 * From which piece on what a layout says can be remembered by the bytes (see `HeaderMemo`): behind the time stamp, which
 * differs from line to line, and up to a message with a blank before it. As many as there are pieces where none can.
 */
export function rememberedFrom(pieces: readonly string[], isOwn: (name: string) => boolean): number {
  const first = pieces.findLastIndex((piece) => piece.startsWith('{time')) + 1;
  const header = pieces.slice(first, -1);
  const lastElement = header.findLastIndex(isElement);
  const isWorthIt = lastElement >= 0 && pieces[pieces.length - 1] === '{message}';
  const canBe = header.lastIndexOf(' ') > lastElement && header.every((piece) => isSaidByBytes(piece, isOwn));
  return isWorthIt && canBe ? first : pieces.length;
}

function isElement(piece: string): boolean {
  return piece.startsWith('{');
}

function isSaidByBytes(piece: string, isOwn: (name: string) => boolean): boolean {
  if (!isElement(piece)) return true;
  if (setOff.test(piece)) return optionalPieces(piece).every((inner) => isSaidByBytes(inner, isOwn));
  const [name] = piece.slice(1, -1).split('=');
  return selfContained.has(name) && !isOwn(name);
}

/** Set where a step looked at bytes behind those it passed over: in another line others may stand there. */
export interface LookAhead {
  happened: boolean;
}

/** As `optional`, of a step that begins with `firstByte`; tells where it looked for the step in vain. */
export function watchedOptional(step: Step, firstByte: number, ahead: LookAhead): Step {
  return (bytes, pos, end, header, context) => {
    const after = step(bytes, pos, end, header, context);
    if (after >= 0) return after;
    if (pos < end && bytes[pos] === firstByte) ahead.happened = true;
    return pos;
  };
}

/**
 * While formats are tried on a head nothing is looked up: each of its lines stands in an array of its own, is asked for some
 * four times, and a hundred layouts that are not the log's would keep what they read of it.
 */
const headCalls = 1 << 12;

/** As `step`, which ends in the message: what it said of the same bytes before is not read again. */
export function remembered(step: Step, ahead: LookAhead): Step {
  let memo: HeaderMemo | undefined;
  let calls = 0;
  return (bytes, pos, end, header, context) => {
    if (memo === undefined) {
      if (++calls < headCalls) return step(bytes, pos, end, header, context);
      memo = new HeaderMemo();
    }
    // What stood before the time stamp said something: then it is not these bytes alone that say it.
    const isFirst = header.level === Level.none && header.componentStart === header.componentEnd;
    if (isFirst && memo.find(bytes, pos, end, header)) return end;
    ahead.happened = false;
    const after = step(bytes, pos, end, header, context);
    const isSaid = after >= 0 && isFirst && !ahead.happened;
    if (isSaid && header.messageStart < end) memo.learn(bytes, pos, header);
    return after;
  };
}

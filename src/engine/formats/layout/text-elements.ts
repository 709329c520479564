import { Level } from '../../model/level';
import { afterDigits } from '../../time/ascii';
import { isBlank, trimmedEnd } from '../header';
import { levelOfWord, levelWordEnd } from '../level-words';
import type { Step, Stop } from './step';

/** Steps that pass over text. */

/** A header field longer than this is none. */
const longestField = 256;

/** Codes of what is no byte in a run of punctuation. */
const someBlanks = 0x100;
const anyBlanks = 0x101;

/**
 * A run of blanks (` `, `~`) and literal characters as one step: each piece as a step of its own cost more than its work.
 * Columns are padded, so one blank in a layout is one or more in the line, and the line's end is as good as a blank.
 */
export function punctuation(pieces: readonly string[]): Step {
  const codes = Uint16Array.from(pieces.flatMap(codesOf));
  return (bytes, pos, end) => {
    let at = pos;
    for (let k = 0; k < codes.length; k++) {
      const from = at;
      if (codes[k] >= someBlanks) {
        while (at < end && isBlank(bytes[at])) at++;
        if (at === from && at < end && codes[k] === someBlanks) return -1;
      } else if (at >= end || bytes[at++] !== codes[k]) return -1;
    }
    return at;
  };
}

function codesOf(piece: string): number[] {
  if (piece === ' ') return [someBlanks];
  return piece === '~' ? [anyBlanks] : [...new TextEncoder().encode(piece)];
}

export const number: Step = (bytes, pos, end) => {
  const after = afterDigits(bytes, pos, end);
  return after > pos ? after : -1;
};

/** One or more bytes up to a blank or to where `stop` matches. */
export function word(stop: Stop | undefined): Step {
  const inner = stop === undefined || stop.isBlank ? undefined : stop;
  return (bytes, pos, end, header, context) => {
    const limit = Math.min(end, pos + longestField);
    let i = pos;
    while (i < limit && !isBlank(bytes[i])) {
      if (i > pos && inner !== undefined && canStop(inner, bytes[i])) {
        if (inner.step(bytes, i, end, header, context) >= 0) break;
      }
      i++;
    }
    return i > pos ? i : -1;
  };
}

/** One or more bytes, blanks too, up to where `stop` matches. */
export function text(stop: Stop | undefined): Step {
  const { step, firstByte, isBlank: untilBlank } = needed(stop);
  return (bytes, pos, end, header, context) => {
    const limit = Math.min(end, pos + longestField);
    for (let i = pos + 1; i < limit; i++) {
      if (firstByte >= 0 && bytes[i] !== firstByte && !(untilBlank && isBlank(bytes[i]))) continue;
      if (step(bytes, i, end, header, context) >= 0) return i;
    }
    return -1;
  };
}

/** As `text`, and past what ends it. */
export function textAndStop(stop: Stop | undefined): Step {
  const { step, firstByte, isBlank: untilBlank } = needed(stop);
  return (bytes, pos, end, header, context) => {
    const limit = Math.min(end, pos + longestField);
    for (let i = pos + 1; i < limit; i++) {
      if (firstByte >= 0 && bytes[i] !== firstByte && !(untilBlank && isBlank(bytes[i]))) continue;
      const after = step(bytes, i, end, header, context);
      if (after >= 0) return after;
    }
    return -1;
  };
}

function needed(stop: Stop | undefined): Stop {
  if (stop === undefined) throw new Error('a layout must say what ends {text}');
  return stop;
}

function canStop(stop: Stop, byte: number): boolean {
  return stop.isBlank ? isBlank(byte) : stop.firstByte < 0 || stop.firstByte === byte;
}

/** Makes what `step` passes over the component, without the blanks that pad it. */
export function asComponent(step: Step): Step {
  return (bytes, pos, end, header, context) => {
    const after = step(bytes, pos, end, header, context);
    if (after < 0) return -1;
    header.componentStart = pos;
    header.componentEnd = trimmedEnd(bytes, pos, after);
    return after;
  };
}

/** A word that is no level: without this, `INFO` would pass for a host name. */
export const host: Step = (bytes, pos, end) => {
  let i = pos;
  while (i < end && !isBlank(bytes[i])) i++;
  if (i === pos || i - pos > longestField) return -1;
  return levelOfWord(bytes, pos, levelWordEnd(bytes, pos, i)) === Level.none ? i : -1;
};

/** Passes over text in double quotes (a backslash escapes) whose first quote the layout has named already. */
export const quotedRest: Step = (bytes, pos, end) => {
  for (let i = pos; i < end; i++) {
    if (bytes[i] === 0x5c) i++;
    else if (bytes[i] === 0x22) return i + 1;
  }
  return -1;
};

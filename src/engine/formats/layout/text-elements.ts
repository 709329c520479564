import { Level } from '../../model/level';
import { afterDigits } from '../../time/ascii';
import { afterBlanks, isBlank, trimmedEnd } from '../header';
import { levelOfWord, levelWordEnd } from '../level-words';
import type { Step, Stop } from './step';

/** Steps that pass over text. */

/** A header field longer than this is none. */
const longestField = 256;

export function literal(text: string): Step {
  const wanted = new TextEncoder().encode(text);
  return (bytes, pos, end) => {
    if (pos + wanted.length > end) return -1;
    for (let i = 0; i < wanted.length; i++) if (bytes[pos + i] !== wanted[i]) return -1;
    return pos + wanted.length;
  };
}

/** Columns are padded, so one blank in a layout is one or more in the line. The line's end is as good as a blank. */
export const blanks: Step = (bytes, pos, end) => {
  const after = afterBlanks(bytes, pos, end);
  return after > pos || pos === end ? after : -1;
};

export const optionalBlanks: Step = (bytes, pos, end) => afterBlanks(bytes, pos, end);

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
  if (stop === undefined) throw new Error('a layout must say what ends {text}');
  return (bytes, pos, end, header, context) => {
    const limit = Math.min(end, pos + longestField);
    for (let i = pos + 1; i < limit; i++) {
      if (canStop(stop, bytes[i]) && stop.step(bytes, i, end, header, context) >= 0) return i;
    }
    return -1;
  };
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

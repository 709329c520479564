import { afterBlanks, isBlank, trimmedEnd } from '../header';
import type { Step } from './step';
import { quotedRest } from './text-elements';

/** RFC 3164 allows 32 characters; paths of programs are longer. */
const longestTag = 80;
const longestPid = 32;

/**
 * A syslog tag with what ends it: `name: `, `name[pid]: `. The name may hold one blank (`syslogd 1.4.1: restart`).
 * Sets the component and passes over the blanks before the message.
 */
export const tag: Step = (bytes, pos, end, header) => {
  const limit = Math.min(end, pos + longestTag);
  let gaps = 0;
  for (let i = pos; i < limit; i++) {
    const nameEnd = i;
    const colonAt = bytes[i] === 0x5b ? afterPid(bytes, i, end) : i;
    if (colonAt > i && colonAt < end && bytes[colonAt] === 0x3a) i = colonAt;
    if (bytes[i] === 0x3a && nameEnd > pos && (i + 1 === end || isBlank(bytes[i + 1]))) {
      header.componentStart = pos;
      header.componentEnd = trimmedEnd(bytes, pos, nameEnd);
      return afterBlanks(bytes, i + 1, end);
    }
    if (isBlank(bytes[i]) && ++gaps > 1) return -1;
  }
  return -1;
};

function afterPid(bytes: Uint8Array, open: number, end: number): number {
  const limit = Math.min(end, open + longestPid);
  for (let i = open + 1; i < limit && !isBlank(bytes[i]); i++) if (bytes[i] === 0x5d) return i + 1;
  return -1;
}

/** RFC 5424 structured data: `-`, or elements in brackets whose quoted values escape `"`, `\` and `]`. */
export const structuredData: Step = (bytes, pos, end, header, context) => {
  if (pos < end && bytes[pos] === 0x2d) return pos + 1;
  let i = pos;
  while (i < end && bytes[i] === 0x5b) {
    i = afterElement(bytes, i + 1, end, (at) => quotedRest(bytes, at, end, header, context));
    if (i < 0) return -1;
  }
  return i > pos ? i : -1;
};

function afterElement(
  bytes: Uint8Array,
  pos: number,
  end: number,
  afterQuoted: (at: number) => number,
): number {
  for (let i = pos; i < end; ) {
    if (bytes[i] === 0x5d) return i + 1;
    i = bytes[i] === 0x22 ? afterQuoted(i + 1) : i + 1;
    if (i < 0) return -1;
  }
  return -1;
}

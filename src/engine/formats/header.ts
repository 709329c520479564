import { Level } from '../model/level';
import type { Header } from './format';

/** A header to be filled by one reader after another. */
export function newHeader(): Header {
  return {
    seconds: Number.NaN,
    nanos: 0,
    level: Level.none,
    messageStart: 0,
    messageEnd: 0,
    componentStart: 0,
    componentEnd: 0,
    salt: 0,
  };
}

/** Makes the whole line, without trailing blanks, the message of a header that says nothing else. */
export function resetHeader(header: Header, bytes: Uint8Array, start: number, end: number): void {
  header.seconds = Number.NaN;
  header.nanos = 0;
  header.level = Level.none;
  header.messageStart = start;
  header.messageEnd = trimmedEnd(bytes, start, end);
  header.componentStart = start;
  header.componentEnd = start;
  header.salt = 0;
}

export function setComponent(header: Header, start: number, end: number): void {
  header.componentStart = start;
  header.componentEnd = end;
}

export function setMessage(header: Header, start: number, end: number): void {
  header.messageStart = start;
  header.messageEnd = end;
}

export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09;
}

export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = end;
  while (i > start && isBlank(bytes[i - 1])) i--;
  return i;
}

export function afterBlanks(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && isBlank(bytes[i])) i++;
  return i;
}

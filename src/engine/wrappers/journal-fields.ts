import { levelOfSeverity } from '../formats/level-words';
import { Level } from '../model/level';
import { afterDigits, zero } from '../time/ascii';
import type { WrappedText } from './wrapper';

const decoder = new TextDecoder();

/** Names of who wrote the entry, the more certain first. */
const sources = ['SYSLOG_IDENTIFIER', 'CONTAINER_NAME', '_SYSTEMD_UNIT', '_COMM'];
/** When it was written, the program's own word first. */
const times = ['_SOURCE_REALTIME_TIMESTAMP', '__REALTIME_TIMESTAMP'];

/** The fields of one entry of the journal, gathered in any order into its text. */
export class JournalEntry {
  private nameRank = sources.length;
  private timeRank = times.length;

  constructor(readonly text: WrappedText) {}

  copyOver(text: WrappedText): JournalEntry {
    const copy = new JournalEntry(text);
    copy.nameRank = this.nameRank;
    copy.timeRank = this.timeRank;
    return copy;
  }

  /** The value is `bytes[start, end)`, which need not last. */
  take(name: string, bytes: Uint8Array, start: number, end: number): void {
    if (name === 'MESSAGE') this.takeMessage(bytes, start, end);
    else if (name === 'PRIORITY') this.text.level = levelOf(bytes, start, end);
    else {
      this.takeName(sources.indexOf(name), bytes, start, end);
      this.takeTime(times.indexOf(name), bytes, start, end);
    }
  }

  /** Of a message of several lines the first is what formats read; the others continue it. */
  private takeMessage(bytes: Uint8Array, start: number, end: number): void {
    let from = start;
    while (from < end && bytes[from] <= 0x20 && bytes.subarray(from, end).includes(0x0a)) from++;
    const lineEnd = bytes.subarray(from, end).indexOf(0x0a);
    this.text.bytes = new Uint8Array(bytes.subarray(from, lineEnd < 0 ? end : from + lineEnd));
    this.text.start = 0;
    this.text.end = this.text.bytes.length;
  }

  private takeName(rank: number, bytes: Uint8Array, start: number, end: number): void {
    if (rank < 0 || rank >= this.nameRank || end === start) return;
    this.nameRank = rank;
    this.text.nameBytes = new Uint8Array(bytes.subarray(start, end));
    this.text.nameStart = 0;
    this.text.nameEnd = end - start;
  }

  /** Microseconds since the epoch. */
  private takeTime(rank: number, bytes: Uint8Array, start: number, end: number): void {
    const isTime = rank >= 0 && rank < this.timeRank && end - start >= 7 && end - start <= 17;
    if (!isTime || afterDigits(bytes, start, end) !== end) return;
    this.timeRank = rank;
    const digits = decoder.decode(bytes.subarray(start, end));
    this.text.seconds = Number(digits.slice(0, -6));
    this.text.nanos = Number(digits.slice(-6)) * 1000;
  }
}

function levelOf(bytes: Uint8Array, start: number, end: number): Level {
  const severity = bytes[start] - zero;
  return end - start === 1 && severity >= 0 && severity < 8 ? levelOfSeverity(severity) : Level.none;
}

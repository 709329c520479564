import { Level } from '../model/level';
import { afterDigits, isDigit, zero } from '../time/ascii';
import { parseTime } from '../time/time-shapes';
import { FieldRole, fieldIndex, fieldRole } from './field-names';
import type { Header, ReadContext } from './format';
import { levelOfSeverity, levelOfWord } from './level-words';

const absent = 0x7fffffff;

/**
 * Gathers the fields of one record (JSON object, logfmt line) into a header. Of a name given twice the last
 * counts, as in JSON.parse; of several names for one role the more certain. One object serves all lines.
 */
export class StructuredFields {
  private readonly best: Int32Array = new Int32Array(Object.keys(FieldRole).length);

  begin(): void {
    // Not `fill`: the call takes longer than so few writes.
    for (let role = 0; role < this.best.length; role++) this.best[role] = absent;
  }

  has(role: FieldRole): boolean {
    return this.best[role] !== absent;
  }

  /**
   * Offers the value `bytes[start, end)`, without its quotes, of the name at `[nameStart, nameEnd)`. A value that
   * cannot be what its name says (a time that is none) counts as not given.
   */
  offer(
    bytes: Uint8Array,
    nameStart: number,
    nameEnd: number,
    start: number,
    end: number,
    header: Header,
    context: ReadContext,
  ): void {
    this.offerTo(fieldIndex(bytes, nameStart, nameEnd), bytes, start, end, header, context);
  }

  /** As `offer`, where it is known what the name is for: `index` is its `fieldIndex`. */
  offerTo(
    index: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    header: Header,
    context: ReadContext,
  ): void {
    const role = fieldRole(index);
    if (role === FieldRole.none || index > this.best[role]) return;
    if (readField(role, bytes, start, end, header, context)) this.best[role] = index;
  }
}

function readField(
  role: FieldRole,
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  context: ReadContext,
): boolean {
  if (role === FieldRole.time) return readTime(bytes, start, end, header, context);
  if (role === FieldRole.level) return readLevel(bytes, start, end, header);
  if (role === FieldRole.message) {
    header.messageStart = start;
    header.messageEnd = end;
    return true;
  }
  header.componentStart = start;
  header.componentEnd = end;
  return end > start;
}

const instant = { seconds: 0, nanos: 0 };

function readTime(
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  context: ReadContext,
): boolean {
  if (parseTime(bytes, start, end, instant, context) < 0 && !readExponent(bytes, start, end)) return false;
  header.seconds = instant.seconds;
  header.nanos = instant.nanos;
  return true;
}

/** Epoch seconds as zap writes a float64: `1.7000000001234567e+09`. Only then is a string made. */
function readExponent(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 32 || !isDigit(bytes[start]) || bytes[start + 1] !== 0x2e) return false;
  const seconds = Number(String.fromCharCode(...bytes.subarray(start, end)));
  if (!(seconds >= 1e9 && seconds < 4_102_444_800)) return false;
  instant.seconds = Math.floor(seconds);
  instant.nanos = Math.floor((seconds - instant.seconds) * 1e6) * 1000;
  return true;
}

function readLevel(bytes: Uint8Array, start: number, end: number, header: Header): boolean {
  const level =
    afterDigits(bytes, start, end) === end
      ? levelOfNumber(bytes, start, end)
      : levelOfWord(bytes, start, end);
  if (level === Level.none) return false;
  header.level = level;
  return true;
}

/** 0 to 7: syslog's severity (GELF, journald); 10, 20 … 60: pino's and bunyan's, with their own levels in between. */
function levelOfNumber(bytes: Uint8Array, start: number, end: number): Level {
  if (start === end || end - start > 2) return Level.none;
  const value =
    end - start === 1 ? bytes[start] - zero : (bytes[start] - zero) * 10 + bytes[start + 1] - zero;
  if (value < 8) return levelOfSeverity(value);
  return Math.min(Math.max(Math.floor(value / 10), Level.trace), Level.fatal) as Level;
}

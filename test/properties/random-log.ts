import * as fc from 'fast-check';
import { wrappings } from '../engine/wrappers/wrap';
import { type LogKind, logKinds, oddBytes, oddLines } from './log-kinds';

/** Bytes of a log, and numbers that choose whatever else a claim leaves to chance. */
export interface RandomLog {
  readonly bytes: Uint8Array;
  readonly draws: readonly number[];
}

/** Hands out the numbers of a log one by one, and again from the first. */
export class Draws {
  private next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  below(count: number): number {
    if (this.numbers.length === 0 || count <= 0) return 0;
    return this.numbers[this.next++ % this.numbers.length] % count;
  }

  list(length: number, below: number): number[] {
    return Array.from({ length }, () => this.below(below));
  }
}

const allLines = logKinds.flatMap(({ lines }) => lines);
const utf8 = (text: string): Uint8Array => Buffer.from(text);

/** The line with its digits drawn anew: it stays what it is, and is not the same. */
const varied = (line: fc.Arbitrary<string>) =>
  fc
    .tuple(line, fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }))
    .map(([text, digits]) =>
      text.replace(/\d/g, (digit, at: number) => String((Number(digit) + digits[at % digits.length]) % 10)),
    );

/** The line with a stretch of it replaced by other bytes. */
const mutated = fc
  .record({
    line: fc.constantFrom(...allLines),
    at: fc.nat(120),
    drop: fc.nat(12),
    bytes: fc.oneof(fc.uint8Array({ maxLength: 5 }), fc.constantFrom(...oddBytes)),
  })
  .map(({ line, at, drop, bytes }) => {
    const whole = utf8(line);
    return Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + drop)]);
  });

/** Longer than the 64 KiB that are read of a line. */
const endless = fc
  .tuple(fc.constantFrom(...allLines), fc.constantFrom('x', '7', ' ', '[', '"', '箱', '<a>'))
  .map(([line, filler]) => utf8(line + filler.repeat(70_000 / filler.length)));

/** Made once: fast-check takes longer to make an arbitrary of any characters than to draw from it. */
const strayLine = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...oddLines).map(utf8) },
  { weight: 4, arbitrary: fc.constantFrom(...allLines).map(utf8) },
  { weight: 3, arbitrary: mutated },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map(utf8) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 20 }) },
);

function lineOf({ lines }: LogKind): fc.Arbitrary<Uint8Array> {
  const own = fc.constantFrom(...lines);
  return fc.oneof(
    { weight: 4, arbitrary: own.map(utf8) },
    { weight: 2, arbitrary: varied(own).map(utf8) },
    { weight: 3, arbitrary: strayLine },
  );
}

const lineEnds: fc.Arbitrary<readonly string[]> = fc.oneof(
  ...['\n', '\r\n', '\r'].map((end) => ({ weight: 3, arbitrary: fc.constant([end]) })),
  { weight: 1, arbitrary: fc.constant(['\n', '\r\n', '\r', '\n\r', '\r\r\n']) },
);

const longLines = fc.oneof(
  { weight: 30, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(endless, { minLength: 1, maxLength: 2 }) },
);

/** Lines of one kind, a few odd ones between them. */
const logOf = (kind: LogKind): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      lines: fc.array(lineOf(kind), { maxLength: 30 }),
      long: longLines,
      ends: lineEnds,
      closed: fc.boolean(),
    })
    .map(({ lines, long, ends, closed }) => {
      const all = [...(kind.head ?? []).map(utf8), ...lines, ...long, ...lines.slice(0, long.length)];
      const isOpen = (i: number) => !closed && i + 1 === all.length;
      return Buffer.concat(
        all.flatMap((line, i) => (isOpen(i) ? [line] : [line, utf8(ends[i % ends.length])])),
      );
    });

const bareLog = fc.oneof(...logKinds.map(logOf));

type Bytes = fc.Arbitrary<Uint8Array>;

const wrappedLog = (log: Bytes): Bytes =>
  fc
    .record({ log, wrapping: fc.constantFrom(...wrappings), draws: fc.array(fc.nat(999), { maxLength: 8 }) })
    .map(({ log, wrapping, draws }) => {
      const drawn = new Draws(draws);
      const lines = Buffer.from(log)
        .toString()
        .split(/\r\n|\n|\r/);
      return utf8(wrapping.wrap(lines, (below) => drawn.below(below)).join('\n'));
    });

const encoders: readonly ((text: string) => Uint8Array)[] = [
  (text) => utf8(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
];

const encodedLog = (log: Bytes): Bytes =>
  fc.tuple(log, fc.constantFrom(...encoders)).map(([bytes, encode]) => encode(Buffer.from(bytes).toString()));

/** Any bytes a log may be made of: of every format, wrapper and table, in any encoding, with what nobody should write. */
const anyBytes: Bytes = fc.oneof(
  { weight: 10, arbitrary: bareLog },
  { weight: 3, arbitrary: wrappedLog(bareLog) },
  { weight: 2, arbitrary: encodedLog(bareLog) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
);

export const anyDraws = fc.array(fc.nat(99_999), { minLength: 1, maxLength: 12 });

export const anyLog: fc.Arbitrary<RandomLog> = fc.record({ bytes: anyBytes, draws: anyDraws });

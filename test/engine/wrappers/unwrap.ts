import { levelName } from '../../../src/engine/model/level';
import type { ByteOffset, LineIndex } from '../../../src/engine/model/units';
import type { Wrapper } from '../../../src/engine/wrappers/wrapper';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };
const decoder = new TextDecoder();

/** The texts in `lines` as a sample gives them, and the lines they begin on. */
export function unwrap(wrapper: Wrapper, lines: readonly (string | Uint8Array)[]) {
  const texts: { text: string; time: string | null; level: string; name: string }[] = [];
  const firstLines: number[] = [];
  const unwrapper = wrapper.open((text, line) => {
    const { bytes, start, end, seconds, nanos, level, nameBytes, nameStart, nameEnd } = text;
    const hasTime = !Number.isNaN(seconds);
    texts.push({
      text: decoder.decode(bytes.subarray(start, end)),
      time: hasTime ? (BigInt(seconds) * 1_000_000_000n + BigInt(nanos)).toString() : null,
      level: levelName(level),
      name: decoder.decode(nameBytes.subarray(nameStart, nameEnd)),
    });
    firstLines.push(line);
  }, context);
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    const bytes = Buffer.from(line);
    unwrapper.line(bytes, 0, bytes.length, i as LineIndex, offset as ByteOffset);
    offset += bytes.length + 1;
  }
  unwrapper.end();
  return { texts, firstLines };
}

export function recognises(wrapper: Wrapper, lines: readonly string[]): boolean {
  return wrapper.recognises(
    lines.map((line) => Buffer.from(line)),
    context,
  );
}

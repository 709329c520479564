import type { ReadContext } from '../formats/format';
import type { LineIndex } from '../model/units';
import type { Wrapper } from '../wrappers/wrapper';
import { withoutAnsi } from './bare-rows';
import type { CutLine } from './line-texts';

/** The texts that lines are wrapped around, in order, without ANSI sequences: what the format inside is to read. */
export function unwrapped(wrapper: Wrapper, lines: readonly CutLine[], context: ReadContext): Uint8Array[] {
  const texts: Uint8Array[] = [];
  // As long as what is read: asked for line by line, 64 KiB each would be most of the time.
  const scratch = new Uint8Array(Math.max(0, ...lines.map(({ bytes }) => bytes.length)));
  const unwrapper = wrapper.open(({ bytes, start, end }) => {
    texts.push(new Uint8Array(withoutAnsi(bytes.subarray(start, end), scratch)));
  }, context);
  for (const [i, { bytes, offset }] of lines.entries()) {
    const line = wrapper.takesEscapes ? bytes : withoutAnsi(bytes, scratch).slice();
    unwrapper.line(line, 0, line.length, i as LineIndex, offset);
  }
  unwrapper.end();
  return texts;
}

import type { ReadContext } from '../formats/format';
import { recogniseFormats } from '../formats/recognise';
import type { LineIndex } from '../model/units';
import type { Wrapper } from '../wrappers/wrapper';
import { recogniseWrapper } from '../wrappers/wrapper-table';
import { BareRows, withoutAnsi } from './bare-rows';
import { joinedRowsFor } from './joined-rows-for';
import type { LineRows, RecordSink } from './line-rows';
import type { CutLine } from './line-texts';
import { WrappedRows } from './wrapped-rows';

/** Formats that say enough of themselves to look for them inside what is a format already. */
const outspoken = 0.5;

/**
 * Decides from the first lines how a source is read: what wraps it comes off, and what is inside is recognised as if it were the
 * file. `plain` is `head` without ANSI sequences.
 */
export function rowsFor(
  head: readonly CutLine[],
  plain: readonly Uint8Array[],
  sink: RecordSink,
  context: ReadContext,
): LineRows {
  const wrapper = recogniseWrapper(plain, context);
  if (wrapper === undefined) {
    return joinedRowsFor(plain, sink, context) ?? new BareRows(sink, recogniseFormats(plain, context));
  }
  const bare = wrapper.ownFormat === undefined ? undefined : recogniseFormats(plain, context);
  if (bare !== undefined && bare.name !== wrapper.ownFormat) return new BareRows(sink, bare);
  const inside = recogniseFormats(unwrapped(wrapper, head, plain, context), context);
  const isPlain = inside.name === 'text' || inside.share < outspoken;
  return bare !== undefined && isPlain
    ? new BareRows(sink, bare)
    : new WrappedRows(sink, wrapper, inside, context);
}

function unwrapped(
  wrapper: Wrapper,
  head: readonly CutLine[],
  plain: readonly Uint8Array[],
  context: ReadContext,
): Uint8Array[] {
  const texts: Uint8Array[] = [];
  const unwrapper = wrapper.open(({ bytes, start, end }) => {
    const text = bytes.slice(start, end);
    texts.push(withoutAnsi(text, new Uint8Array(text.length)));
  }, context);
  for (const [i, { bytes, offset }] of head.entries()) {
    const line = wrapper.takesEscapes ? bytes : plain[i];
    unwrapper.line(line, 0, line.length, i as LineIndex, offset);
  }
  unwrapper.end();
  return texts;
}

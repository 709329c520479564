import type { ReadContext } from '../formats/format';
import { recogniseDated, recogniseFormats } from '../formats/recognise';
import { recogniseWrapper } from '../wrappers/wrapper-table';
import { BareRows } from './bare-rows';
import { joinedRowsFor } from './joined-rows-for';
import type { LineRows, RecordSink } from './line-rows';
import type { CutLine } from './line-texts';
import { unwrapped } from './unwrapped';
import { WrappedRows } from './wrapped-rows';

/** Formats that say enough of themselves to look for them inside what is a format already. */
const outspoken = 0.5;

/**
 * Decides from the first lines how a source is read: what wraps it comes off, and what is inside is recognised as if it were the
 * file. `plain` is `head` without ANSI sequences; `context` has its date order (`datedContext`).
 */
export function rowsFor(
  head: readonly CutLine[],
  plain: readonly Uint8Array[],
  sink: RecordSink,
  context: ReadContext,
): LineRows {
  const wrapper = recogniseWrapper(plain, context);
  if (wrapper === undefined) {
    const joined = isCorrected(context) ? undefined : joinedRowsFor(plain, sink, context);
    return joined ?? new BareRows(sink, recogniseDated(plain, context));
  }
  const bare = wrapper.ownFormat === undefined ? undefined : recogniseDated(plain, context);
  if (bare !== undefined && bare.name !== wrapper.ownFormat) return new BareRows(sink, bare);
  const inside = recogniseFormats(unwrapped(wrapper, head, context), context);
  const isPlain = inside.name === 'text' || inside.share < outspoken;
  return bare !== undefined && isPlain
    ? new BareRows(sink, bare)
    : new WrappedRows(sink, wrapper, inside, context);
}

/** A table's lines are read one by one where a person showed what stands in them. */
function isCorrected({ corrections = [] }: ReadContext): boolean {
  return corrections.length > 0;
}

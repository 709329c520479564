import { datedContext } from '../formats/date-order';
import type { ReadContext } from '../formats/format';
import { maxLineBytes } from '../text/line-splitter';
import { withoutAnsi } from './bare-rows';
import { headLinesOf } from './head-lines';
import { rowsFor } from './rows-for';
import { SegmentReader } from './segment-reader';

/**
 * `head`: the decoded bytes of the source from its first; as many are asked for as decide its format. Throws where such
 * a source can be read in order only (see `LineRows.state`).
 */
export function segmentReaderOf(head: Iterable<Uint8Array>, context: ReadContext): SegmentReader {
  const lines = headLinesOf(head);
  const scratch = new Uint8Array(maxLineBytes);
  const plain = lines.map((line) => withoutAnsi(line.bytes, scratch));
  const dated = datedContext(plain, context);
  return new SegmentReader((sink) => rowsFor(lines, plain, sink, dated));
}

import { type ReaderDecision, readerBy } from '../formats/reader-decision';
import { BareRows } from './bare-rows';
import { SegmentReader } from './segment-reader';

/**
 * Reads segments of the source that was decided on so. A file of its own: a thread that imports it loads nothing that only
 * decides (wrappers, tables): a quarter of the code.
 */
export function segmentReaderBy(decision: ReaderDecision): SegmentReader {
  return new SegmentReader((sink) => new BareRows(sink, readerBy(decision)));
}

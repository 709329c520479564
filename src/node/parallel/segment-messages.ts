import type { ReadContext } from '../../engine/formats/format';
import type { SegmentRows } from '../../engine/records/segment-rows';
import type { ByteSpan, DirectFile } from '../files/readable-log';

/** What a thread is started with. */
export interface SegmentTask {
  readonly file: DirectFile;
  readonly context: ReadContext;
}

/** To the thread: read this. */
export interface SegmentRequest {
  /** Which of the file's spans. */
  readonly index: number;
  readonly span: ByteSpan;
}

/** From the thread: ready for requests, or a segment's rows. Segments come back in the order they were asked for. */
export type SegmentReply = 'ready' | { readonly index: number; readonly rows: SegmentRows };

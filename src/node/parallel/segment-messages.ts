import type { ReaderDecision } from '../../engine/formats/reader-decision';
import type { SegmentRows } from '../../engine/records/segment-rows';
import type { ByteSpan, DirectFile } from '../files/readable-log';

/** What a thread is started with. It has compiled its code when the head of the file is decided on. */
export type SegmentTask = Pick<DirectFile, 'descriptor' | 'textStart'>;

/** To the thread: read this. */
export interface SegmentRequest {
  /** Which of the file's spans. */
  readonly index: number;
  readonly span: ByteSpan;
}

/** To the thread: once how the file is read, then what to read. */
export type SegmentOrder = { readonly decision: ReaderDecision } | SegmentRequest;

/** From the thread: ready for requests, or a segment's rows. Segments come back in the order they were asked for. */
export type SegmentReply = 'ready' | { readonly index: number; readonly rows: SegmentRows };

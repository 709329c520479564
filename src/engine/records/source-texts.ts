import type { ByteOffset, SourceIndex } from '../model/units';

/**
 * The text of a session's sources, for what no column keeps: values, fields, the words of a record. The host
 * reads it; the engine never opens anything.
 */
export interface SourceTexts {
  /**
   * Bytes `[start, end)` of a source as the engine counts them (transcoded to UTF-8), at most 64 KiB; shorter where
   * the file has shrunk since. Valid until the next call.
   */
  read(source: SourceIndex, start: ByteOffset, end: ByteOffset): Uint8Array;
}

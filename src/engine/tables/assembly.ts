import type { Field, Header, ReadContext } from '../formats/format';
import type { ByteOffset } from '../model/units';

/** What a line is to the records of a format that puts line ends into its fields. */
export const LinePart = {
  /** Of no record: a header row, a directive. */
  aside: 0,
  /** A record of its own. */
  whole: 1,
  /** The first of a record that goes on. */
  begins: 2,
  goesOn: 3,
  ends: 4,
  /** Said behind a record that had ended already: it belongs to it as a stack trace's lines do. */
  trails: 5,
} as const;
export type LinePart = (typeof LinePart)[keyof typeof LinePart];

/** A format whose records are put together of lines by its own syntax (quotes, elements) before they are read. */
export interface Assembly {
  readonly name: string;
  /** Messages are texts of the log's own, which may be lines of a format we know (an exported query). */
  readonly hasMessages: boolean;
  /** The lines of a source in order, blank ones too; `offset` is where the line begins in it. */
  take(bytes: Uint8Array, start: number, end: number, offset: ByteOffset): LinePart;
  /**
   * Fills the header from a record's lines, joined by line feeds. Its offsets index the bytes answered with, which are
   * valid until the next record is read.
   */
  read(bytes: Uint8Array, start: number, end: number, header: Header): Uint8Array;
  /** Of a record's lines, joined by line feeds. */
  fields(bytes: Uint8Array, start: number, end: number): Field[];
  /** Another one that stands where this one does. */
  fork(context: ReadContext): Assembly;
  /** Another one for the record that begins at `offset`, whatever was taken last. */
  at(offset: ByteOffset): Assembly;
}

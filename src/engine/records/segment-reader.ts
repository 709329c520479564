import type { ReaderState } from '../formats/log-reader';
import { MessageMasker } from '../templates/message-masker';
import { SignatureList } from '../templates/signature-list';
import { signatureText } from '../templates/signature-text';
import { LineSplitter } from '../text/line-splitter';
import { ComponentNames } from './component-names';
import type { LineRows, RecordSink } from './line-rows';
import { maxSegmentBytes, type NewSignature, type SegmentRows } from './segment-rows';
import { SegmentTable } from './segment-table';

const lineFeed = 0x0a;

/**
 * Reads segments of one source apart from the session that reads the source, by the same decision: the same head gives
 * the same format. Signatures and components keep their numbers from segment to segment, so the more is read, the less
 * is new.
 */
export class SegmentReader {
  private readonly records = new SegmentTable();
  private readonly components = new ComponentNames();
  private readonly signatures = new SignatureList();
  private readonly rows: LineRows;
  private readonly fresh: ReaderState;
  private newSignatures: NewSignature[] = [];
  private toldComponents = 1;

  /** `rowsInto` begins the source. Throws where its rows can be read in order only (see `LineRows.state`). */
  constructor(rowsInto: (sink: RecordSink) => LineRows) {
    const masker = new MessageMasker(true, (shape, salt) => {
      const text = signatureText(shape.texts, shape.glue);
      const known = this.signatures.idOf(text);
      if (known !== undefined) return known;
      this.newSignatures.push({ text, salt });
      return this.signatures.add(text);
    });
    const signatureOf = masker.read.bind(masker);
    this.rows = rowsInto({ records: this.records, miner: { signatureOf }, components: this.components });
    this.fresh = this.state;
  }

  /**
   * The rows of the segment whose bytes `chunks` bring, each valid until the next is asked for; it begins behind a line feed
   * and ends in one. `before`: bytes that stand before it, from which the state it begins in is guessed. The guess is as
   * good as sure when a record begins in them. Undefined: it begins where the segment read last ended.
   */
  read(before: Uint8Array | undefined, chunks: Iterable<Uint8Array>): SegmentRows {
    if (before !== undefined) this.guessState(before);
    const stateBefore = this.state;
    const { closed, ...read } = this.readLines(chunks);
    const stateAfter = this.state;
    const complete = closed && !this.components.isFull && read.bytes <= maxSegmentBytes;
    return { ...this.records.take(), ...this.takeNew(), ...read, complete, stateBefore, stateAfter };
  }

  private guessState(before: Uint8Array): void {
    this.rows.resume?.(this.fresh);
    if (before.length > 0) this.readLines([before.subarray(before.indexOf(lineFeed) + 1)]);
    this.records.begin();
  }

  private get state(): ReaderState {
    const { state } = this.rows;
    if (state === undefined) throw new Error('this source can be read in order only');
    return state;
  }

  /** `closed`: what was read last is a line feed, or nothing was. */
  private readLines(
    chunks: Iterable<Uint8Array>,
  ): Pick<SegmentRows, 'bytes' | 'cutLines'> & { closed: boolean } {
    let bytes = 0;
    let cutLines = 0;
    let closed = true;
    const splitter = new LineSplitter((chunk, start, end, offset, length, hasEscape) => {
      if (length > end - start) cutLines++;
      this.rows.line(chunk, start, end, offset, hasEscape);
    });
    for (const chunk of chunks) {
      bytes += chunk.length;
      splitter.push(chunk);
      closed = chunk[chunk.length - 1] === lineFeed;
    }
    return { bytes, cutLines, closed };
  }

  private takeNew(): Pick<SegmentRows, 'signatures' | 'components'> {
    const { components, newSignatures } = this;
    const names: Uint8Array[] = [];
    for (; this.toldComponents < components.count; this.toldComponents++)
      names.push(components.bytesOf(this.toldComponents));
    this.newSignatures = [];
    return { signatures: newSignatures, components: names };
  }
}

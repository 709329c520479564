import type { ReadContext } from '../formats/format';
import type { ReaderState } from '../formats/log-reader';
import { MessageMasker } from '../templates/message-masker';
import { SignatureList } from '../templates/signature-list';
import { signatureText } from '../templates/signature-text';
import { LineSplitter, maxLineBytes } from '../text/line-splitter';
import { withoutAnsi } from './bare-rows';
import { ComponentNames } from './component-names';
import { headLinesOf } from './head-lines';
import type { LineRows } from './line-rows';
import type { CutLine } from './line-texts';
import { rowsFor } from './rows-for';
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

  /**
   * `head`: the decoded bytes of the source from its first; as many are asked for as decide its format. Throws where such
   * a source can be read in order only (see `LineRows.state`).
   */
  constructor(head: Iterable<Uint8Array>, context: ReadContext) {
    const masker = new MessageMasker(true, (shape, salt) => {
      const text = signatureText(shape.texts, shape.glue);
      const known = this.signatures.idOf(text);
      if (known !== undefined) return known;
      this.newSignatures.push({ text, salt });
      return this.signatures.add(text);
    });
    const signatureOf = masker.read.bind(masker);
    const { lines, plain } = headOf(head);
    const sink = { records: this.records, miner: { signatureOf }, components: this.components };
    this.rows = rowsFor(lines, plain, sink, context);
    this.fresh = this.state;
  }

  /**
   * The rows of the segment whose bytes `chunks` bring, each valid until the next is asked for; it begins behind a line feed
   * and ends in one. `before`: bytes that stand before it, from which the state it begins in is guessed. The guess is as
   * good as sure when a record begins in them.
   */
  read(before: Uint8Array, chunks: Iterable<Uint8Array>): SegmentRows {
    this.rows.resume?.(this.fresh);
    if (before.length > 0) this.readLines([before.subarray(before.indexOf(lineFeed) + 1)]);
    this.records.begin();
    const stateBefore = this.state;
    const read = this.readLines(chunks);
    const stateAfter = this.state;
    const complete = !this.components.isFull && read.bytes <= maxSegmentBytes;
    return { ...this.records.take(), ...this.takeNew(), ...read, complete, stateBefore, stateAfter };
  }

  private get state(): ReaderState {
    const { state } = this.rows;
    if (state === undefined) throw new Error('this source can be read in order only');
    return state;
  }

  private readLines(chunks: Iterable<Uint8Array>): Pick<SegmentRows, 'bytes' | 'cutLines'> {
    let bytes = 0;
    let cutLines = 0;
    const splitter = new LineSplitter((chunk, start, end, offset, length, hasEscape) => {
      if (length > end - start) cutLines++;
      this.rows.line(chunk, start, end, offset, hasEscape);
    });
    for (const chunk of chunks) {
      bytes += chunk.length;
      splitter.push(chunk);
    }
    return { bytes, cutLines };
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

function headOf(chunks: Iterable<Uint8Array>): { lines: readonly CutLine[]; plain: readonly Uint8Array[] } {
  const lines = headLinesOf(chunks);
  const scratch = new Uint8Array(maxLineBytes);
  return { lines, plain: lines.map((line) => withoutAnsi(line.bytes, scratch)) };
}

import type { ReadContext } from '../formats/format';
import type { SignatureId } from '../model/units';
import { MessageMasker } from '../templates/message-masker';
import { SignatureList } from '../templates/signature-list';
import { LineSplitter, maxLineBytes } from '../text/line-splitter';
import { withoutAnsi } from './bare-rows';
import { ComponentNames } from './component-names';
import { HeadLines } from './head-lines';
import type { LineRows } from './line-rows';
import { rowsFor } from './rows-for';
import type { NewSignature, SegmentRows } from './segment-rows';
import { SegmentTable } from './segment-table';

/**
 * Reads segments of one source apart from the session that reads the source, by the same decision: the same head gives
 * the same format. Signatures and components keep their numbers from segment to segment, so the more is read, the less
 * is new.
 */
export class SegmentReader {
  private readonly records = new SegmentTable();
  private readonly components = new ComponentNames();
  private readonly list = new SignatureList();
  private readonly masker = new MessageMasker(true, (shape, salt) => {
    const known = this.list.idOf(shape);
    if (known !== undefined) return known;
    const id = this.list.add(shape, salt);
    this.newSignatures.push({ text: this.list.textOf(id), salt });
    return id;
  });
  private readonly rows: LineRows;
  private readonly freshState: string | undefined;
  private newSignatures: NewSignature[] = [];
  private toldComponents = 1;

  /** `head`: the decoded bytes of the source from its first to at least the line that decided its format. */
  constructor(head: Uint8Array, context: ReadContext) {
    const miner = {
      signatureOf: (bytes: Uint8Array, start: number, end: number, salt: number): SignatureId =>
        this.masker.read(bytes, start, end, salt),
    };
    const lines = headLinesOf(head);
    const scratch = new Uint8Array(maxLineBytes);
    const plain = lines.map(({ bytes }) => withoutAnsi(bytes, scratch));
    const sink = { records: this.records, miner, components: this.components };
    this.rows = rowsFor(lines, plain, sink, context);
    this.freshState = this.rows.state;
  }

  /**
   * The rows of the segment whose bytes `chunks` bring, each valid until the next is asked for, beginning and ending at line
   * ends (LF). `before`: bytes that stand before it, from which the state it begins in is guessed: it is as good
   * as sure when a record begins in them.
   */
  read(before: Uint8Array, chunks: Iterable<Uint8Array>): SegmentRows {
    if (this.freshState === undefined) throw new Error('this source can be read in order only');
    this.rows.resume(this.freshState);
    this.readLines([before.subarray(before.indexOf(lineFeed) + 1)]);
    this.records.beginAt(0);
    const stateBefore = this.rows.state;
    const { bytes, cutLines } = this.readLines(chunks);
    return {
      ...this.records.take(),
      ...this.takeNew(),
      bytes,
      cutLines,
      stateBefore,
      stateAfter: this.rows.state,
    };
  }
}

import { looksContinued } from '../../formats/continuation';
import { BitColumn, Uint32Column } from '../../model/column';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, SignatureId, SourceIndex } from '../../model/units';
import type { SourceTexts } from '../../records/source-texts';
import { MessageMasker } from '../../templates/message-masker';
import { SignatureList } from '../../templates/signature-list';
import { signatureText } from '../../templates/signature-text';
import { joinTokens, saltOfGlue } from '../../templates/tokens';
import { maxLineBytes } from '../../text/line-splitter';
import { looksDrawn } from './drawn-lines';
import { countSalt, countsFailures, mayCountFailures } from './failure-counts';
import { type ComparedSource, lineBlocks } from './line-blocks';

/** Names the masked text of a whole line, header included; `blankWording` where there is none. */
export type Wording = SignatureId;
export const blankWording = 0 as Wording;

/** Distinct wordings kept apart, about 250 bytes each; further ones count as one. */
export const mostWordings = 1 << 19;

/**
 * The wording of every line. Records would not do: what explains a failure often stands in a stack trace or a wrapped
 * message, of which only the first line has a template.
 */
export class LineWordings {
  /** By line of the session. */
  private readonly column = new Uint32Column();
  private readonly continued = new BitColumn();
  private readonly drawn = new BitColumn();
  private readonly list = new SignatureList();
  private readonly masker = new MessageMasker(true, ({ texts, glue }) =>
    this.idOf(signatureText(texts, glue)),
  );
  /** By wording: whether a number in it may count failures, as far as that was asked. */
  private readonly mayCount: boolean[] = [];
  /** What wordings beyond the limit count as. */
  private readonly others: Wording;
  private full = false;
  /** Texts are masked from here: a new buffer for every line costs more than masking it. */
  private readonly text = new Uint8Array(maxLineBytes);

  constructor(private readonly limit = mostWordings) {
    this.list.add('');
    this.others = this.list.add(signatureText(['<word>'], '0'));
  }

  get count(): number {
    return this.list.length;
  }

  /** Whether there were more wordings than are kept apart. */
  get overflowed(): boolean {
    return this.full;
  }

  /** Reads all sources once; yields the share of lines read. */
  *read(
    records: RecordTable,
    readers: readonly ComparedSource[],
    texts: SourceTexts,
  ): Generator<number, void> {
    for (const [index, reader] of readers.entries()) {
      for (const { first, lines } of lineBlocks(records, index as SourceIndex, reader, texts)) {
        lines.forEach((line, i) => {
          const isBlank = records.lineBlank.get(first + i);
          this.push(isBlank ? undefined : reader.textsOf([line])[0]);
        });
        yield this.column.length / records.lineCount;
      }
    }
  }

  at(line: LineIndex): Wording {
    return this.column.get(line) as Wording;
  }

  /** Indented, or a part of a stack trace by its first word. */
  isContinued(line: LineIndex): boolean {
    return this.continued.get(line);
  }

  /** In a box, or behind a gutter. */
  isDrawn(line: LineIndex): boolean {
    return this.drawn.get(line);
  }

  tokensOf(wording: Wording): readonly string[] {
    return this.list.tokensOf(wording);
  }

  /** The masked line. */
  textOf(wording: Wording): string {
    return joinTokens(this.list.tokensOf(wording), this.list.glueOf(wording));
  }

  /** Whether it stands for all wordings beyond the limit. */
  isOther(wording: Wording): boolean {
    return wording === this.others;
  }

  /** Whether a number in it, other than zero, counts failures or is an exit code. */
  countsFailures(wording: Wording): boolean {
    return saltOfGlue(this.list.glueOf(wording)) === countSalt;
  }

  private push(text: Uint8Array | undefined): void {
    this.column.push(text === undefined ? blankWording : this.wordingOf(text));
    this.continued.push(text !== undefined && looksContinued(text, 0, text.length));
    this.drawn.push(text !== undefined && looksDrawn(text));
  }

  /** `0 failed` and `3 failed` differ in digits alone and are not the same. */
  private wordingOf(text: Uint8Array): Wording {
    const length = Math.min(text.length, maxLineBytes);
    this.text.set(text.subarray(0, length));
    const wording = this.masker.read(this.text, 0, length, 0);
    this.mayCount[wording] ??= mayCountFailures(this.list.tokensOf(wording));
    if (!this.mayCount[wording] || !countsFailures(text)) return wording;
    return this.masker.read(this.text, 0, length, countSalt);
  }

  private idOf(text: string): Wording {
    const known = this.list.idOf(text);
    if (known !== undefined) return known;
    if (this.list.length < this.limit) return this.list.add(text);
    this.full = true;
    return this.others;
  }
}

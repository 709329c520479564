import type { AnswerCitation } from '../../../src/protocol/answer';
import { markedPieces } from '../../../src/protocol/answer-marks';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { citationLink, falseCitation, strikeReason } from './citation';
import { unwrappedMarks } from './wrapped-marks';

/** Writes the text of one block, whose marks may begin in one token and end in another. */
export class TextWriter {
  private isStruck = false;
  private hasReason = false;
  /** A link is a button: within it a citation is its label alone. */
  private inLink = false;

  constructor(private readonly citations: readonly AnswerCitation[]) {}

  write(parent: HTMLElement, text: string): void {
    for (const piece of markedPieces(unwrappedMarks(text))) {
      if (piece.kind === 'text') this.writeText(parent, piece.text);
      else if (piece.kind === 'citation') this.cite(parent, piece.index);
      else this.strike(parent, piece.kind === 'strikeStart');
    }
  }

  writeInLink(write: () => void): void {
    this.inLink = true;
    write();
    this.inLink = false;
  }

  private writeText(parent: HTMLElement, text: string): void {
    const shown = text.split('\n').map(visibleText).join('\n');
    parent.append(this.isStruck ? element('del', { class: 'struck' }, shown) : shown);
  }

  private cite(parent: HTMLElement, index: number): void {
    const citation = this.citations[index];
    if (citation === undefined) return;
    if (!citation.isTrue) this.hasReason = true;
    if (this.inLink) this.writeText(parent, citation.label);
    else parent.append(citation.isTrue ? citationLink(citation) : falseCitation(citation));
  }

  private strike(parent: HTMLElement, begins: boolean): void {
    if (begins === this.isStruck) return;
    this.isStruck = begins;
    if (begins) {
      this.hasReason = false;
      parent.append(element('span', { class: 'unseen' }, tell('struck out:'), ' '));
    } else if (!this.hasReason && !this.inLink) parent.append(strikeReason());
  }
}

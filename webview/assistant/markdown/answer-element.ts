import type { AnswerCitation } from '../../../src/protocol/answer';
import { withoutMarks } from '../../../src/protocol/answer-marks';
import type { AnswerText } from '../../../src/protocol/assistant';
import { element } from '../../shared/element';
import { blockElement } from './block';
import { BlockList } from './block-list';
import { withFillers } from './han-emphasis';
import { isPatchable, patch } from './patch';
import { TextWriter } from './text-writer';
import { unwrappedMarks, wrappedMarks } from './wrapped-marks';

/** A block that is shown, with all its looks depend on. */
interface ShownBlock {
  readonly raw: string;
  readonly citations: string;
  readonly element: HTMLElement;
}

/** An answer as Markdown, written on as it comes: only blocks that changed are made anew. */
export class AnswerElement {
  readonly element = element('div', { class: 'answer' });
  private readonly blocks = new BlockList();
  private shown: readonly ShownBlock[] = [];

  update({ checked, rest, citations }: AnswerText): void {
    const tokens = this.blocks
      .update(withFillers(wrappedMarks(checked) + withoutMarks(rest)))
      .filter(({ type }) => type !== 'space');
    const former = this.shown;
    this.shown = tokens.map((token, index) => {
      const { raw } = token;
      const cited = citedIn(raw, citations);
      const present = former[index];
      if (present?.raw === raw && present.citations === cited) return present;
      const made = blockElement(token, new TextWriter(citations)) ?? element('p');
      return { raw, citations: cited, element: this.placed(present?.element, made) };
    });
    for (const { element } of former.slice(tokens.length)) element.remove();
  }

  /** `made`, or what was there made the same. */
  private placed(present: HTMLElement | undefined, made: HTMLElement): HTMLElement {
    if (present === undefined) this.element.append(made);
    else if (!isPatchable(present, made)) present.replaceWith(made);
    else {
      patch(present, made);
      return present;
    }
    return made;
  }
}

/** What is known of the citations whose marks are in `raw`. */
function citedIn(raw: string, citations: readonly AnswerCitation[]): string {
  if (!raw.includes('\uE000')) return '';
  const marks = unwrappedMarks(raw).matchAll(/\uE000(\d{1,6})\uE001/g);
  return JSON.stringify(Array.from(marks, ([, index]) => citations[Number(index)] ?? null));
}

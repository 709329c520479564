import { sentenceText } from '../../../src/protocol/sentence';
import { element, setText } from '../../shared/element';
import { tell, translated } from '../../shared/tell';
import type { LogModel } from '../model';

/** What is wrong with the log as a whole, above its rows; and what stands where there are no rows. */
export class Notices {
  readonly banner = element('div', { class: 'banner', role: 'alert' });
  readonly empty = element('div', { class: 'empty' });
  private readonly emptyText = element('p');
  private readonly words = element('span');
  private readonly again = element('button', { type: 'button', class: 'text-button' });
  private readonly clear = element('button', { type: 'button', class: 'text-button' });

  constructor(
    private readonly model: LogModel,
    clearFilter: () => void,
    openAgain: () => void,
  ) {
    setText(this.again, tell('Open Again'));
    this.again.addEventListener('click', openAgain);
    this.banner.append(this.words, this.again);
    setText(this.clear, tell('Show Everything'));
    this.clear.addEventListener('click', clearFilter);
    this.empty.append(this.emptyText, this.clear);
    model.listen(() => this.show());
    this.show();
  }

  private show(): void {
    const { problem, rows } = this.model;
    const sentences = [...(problem ? [problem.sentence] : []), ...this.model.lines.notes];
    this.banner.hidden = sentences.length === 0;
    this.again.hidden = problem === null;
    setText(this.words, sentences.map((sentence) => sentenceText(sentence, translated)).join(' '));
    // Nothing is wrong with what is shown.
    this.banner.classList.toggle('is-note', problem === null || problem.code === 'grown-beside');
    const text = rows > 0 ? '' : this.emptySentence();
    this.empty.hidden = text === '';
    setText(this.emptyText, text);
    this.clear.hidden = !this.model.isFiltered;
  }

  private emptySentence(): string {
    const { model } = this;
    if (model.showing.busy) return '';
    if (model.isFiltered && model.lines.lines > 0)
      return tell('No line fits the filter. Widen it, switch one of its parts off, or show everything.');
    if (!model.isIndexed || model.problem) return '';
    return tell('This log is empty. What is written to it appears here while it is followed.');
  }
}

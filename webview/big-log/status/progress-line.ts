import { element, iconButton, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { LogModel } from '../model';

/** What is under way with the log: it is unpacked, its lines are counted, it is analysed; how far, and a way to stop the latter. */
export class ProgressLine {
  readonly element = element('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-valuemin': '0',
    'aria-valuemax': '100',
  });
  private readonly bar = element('div', { class: 'progress-bar' });
  /** Stands in the status line: a bar of its own would push the rows down. */
  readonly words = element('div', { class: 'progress-words' });
  private readonly text = element('span');
  private readonly stop: HTMLButtonElement;

  constructor(
    private readonly model: LogModel,
    cancel: () => void,
  ) {
    this.stop = iconButton('debug-stop', tell('Cancel Analysis'), cancel);
    this.element.append(this.bar);
    this.words.append(this.text, this.stop);
    model.listen((change) => {
      if (change === 'lines' || change === 'analysis') this.show();
    });
    this.show();
  }

  private show(): void {
    const work = this.work();
    this.element.hidden = work === null;
    this.words.hidden = work === null;
    if (!work) return;
    const percent = Math.round(work.share * 100);
    this.bar.style.transform = `scaleX(${work.share})`;
    setText(this.text, `${work.text} ${percent} %`);
    setAttribute(this.element, 'aria-valuenow', String(percent));
    setAttribute(this.element, 'aria-label', work.text);
    this.stop.hidden = !work.canStop;
  }

  private work(): { readonly text: string; readonly share: number; readonly canStop: boolean } | null {
    const { lines, analysis } = this.model;
    if (analysis.status === 'running') {
      const share = Math.min(1, (analysis.progress?.percent ?? 0) / 100);
      return { text: tell('Detecting anomalies'), share, canStop: true };
    }
    if (lines.phase === 'ready') return null;
    const share = lines.bytes === 0 ? 0 : Math.min(1, lines.indexedBytes / lines.bytes);
    const text = lines.phase === 'unpacking' ? tell('Unpacking') : tell('Counting lines');
    return { text, share, canStop: false };
  }
}

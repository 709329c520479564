import { element, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { NoiseNotch } from '../terms';
import { noiseWord } from './filter-words';

/** The noise dial: a slider of five notches, each with its words. */
export class NoiseDial {
  readonly element = element('label', {
    class: 'noise',
    title: tell('How much of what is frequent is folded'),
  });
  private readonly slider = element('input', { type: 'range', min: '0', max: '4', step: '1' });
  private readonly word = element('span', { class: 'noise-word', 'aria-hidden': 'true' });

  constructor(turned: (notch: NoiseNotch) => void) {
    setAttribute(this.slider, 'aria-label', tell('Noise'));
    this.element.append(element('span', { 'aria-hidden': 'true' }, tell('Noise')), this.slider, this.word);
    this.slider.addEventListener('input', () => this.say(this.notch));
    this.slider.addEventListener('change', () => turned(this.notch));
  }

  show(notch: NoiseNotch, isOffered: boolean): void {
    this.slider.disabled = !isOffered;
    if (this.notch !== notch) this.slider.value = String(notch);
    this.say(notch);
    setAttribute(
      this.element,
      'title',
      isOffered
        ? tell('How much of what is frequent is folded')
        : tell('Detect anomalies first: it counts what is frequent'),
    );
  }

  private say(notch: NoiseNotch): void {
    setText(this.word, noiseWord(notch));
    setAttribute(this.slider, 'aria-valuetext', noiseWord(notch));
  }

  private get notch(): NoiseNotch {
    return Number(this.slider.value) as NoiseNotch;
  }
}

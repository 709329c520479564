import type { DatasetPreview, PreviewAnswer, PreviewedSequence } from '../../src/protocol/dataset';
import { grouped } from '../../src/protocol/sentence';
import { element, icon, setAttribute, setText } from '../shared/element';
import { tell } from '../shared/tell';
import { visibleText } from '../shared/visible-text';
import { countsText, factsOf, labelWord, saidByWord, warningsOf } from './preview-words';

/** What would be written: how much, what is wrong with it, three examples. What was shown stays until the next is there. */
export class PreviewView {
  readonly element = element('section', { class: 'preview', 'aria-labelledby': 'preview-title' });
  private readonly counts = element('p', { class: 'counts', role: 'status' });
  private readonly notices = element('div', { class: 'notices' });
  private readonly body = element('div', { class: 'preview-body' });

  constructor() {
    const title = element('h2', { id: 'preview-title' }, tell('Preview'));
    this.element.append(title, this.counts, this.notices, this.body);
  }

  waiting(): void {
    setAttribute(this.element, 'aria-busy', 'true');
    const isEmpty = this.counts.textContent === '' && this.notices.childElementCount === 0;
    if (isEmpty) this.body.replaceChildren(hint(tell('Working out what would be written…')));
  }

  /** `why`: what the reader waits for. */
  clear(why: string): void {
    this.fill('', [], [hint(why)]);
  }

  show(answer: PreviewAnswer, redacts: boolean): void {
    if (answer.kind === 'problem') {
      this.fill('', [notice('error', answer.problem)], []);
      return;
    }
    const { preview, problem } = answer;
    const isEmpty = preview.labels.length === 0;
    const notices = [
      ...(problem === null ? [] : [notice('error', problem)]),
      ...(isEmpty || problem !== null ? [] : warningsOf(preview).map((text) => notice('warning', text))),
    ];
    this.fill(isEmpty ? '' : countsText(preview.labels), notices, isEmpty ? [] : filled(preview, redacts));
  }

  private fill(counts: string, notices: readonly HTMLElement[], body: readonly HTMLElement[]): void {
    setAttribute(this.element, 'aria-busy', null);
    setText(this.counts, counts);
    this.notices.replaceChildren(...notices);
    this.body.replaceChildren(...body);
  }
}

function hint(text: string): HTMLElement {
  return element('p', { class: 'hint' }, text);
}

function notice(kind: 'error' | 'warning', text: string): HTMLElement {
  const word = kind === 'error' ? tell('Problem:') : tell('Warning:');
  return element(
    'p',
    { class: `told ${kind}` },
    icon(kind),
    element('span', {}, element('span', { class: 'unseen' }, `${word} `), visibleText(text)),
  );
}

function filled(preview: DatasetPreview, redacts: boolean): HTMLElement[] {
  const facts = factsOf(preview, redacts).map(({ title, value }) =>
    element('div', {}, element('dt', {}, title), element('dd', {}, value)),
  );
  return [
    labelTable(preview),
    element('dl', { class: 'facts' }, ...facts),
    element('h3', {}, tell('Examples')),
    ...preview.examples.map(exampleCard),
  ];
}

function labelTable({ labels }: DatasetPreview): HTMLElement {
  const head = [tell('Label'), tell('Category'), tell('Said by'), 'train', 'validation', 'test'];
  const rows = labels.map(({ label, category, labelledBy, counts }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, labelWord(label)),
      element('td', {}, visibleText(category ?? '')),
      element('td', {}, saidByWord(labelledBy)),
      ...[counts.train, counts.validation, counts.test].map((count) =>
        element('td', { class: 'number' }, grouped(count)),
      ),
    ),
  );
  return element(
    'table',
    { class: 'labels' },
    element('caption', { class: 'unseen' }, tell('Sequences by label and part')),
    element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows),
  );
}

function exampleCard(example: PreviewedSequence): HTMLElement {
  const { id, split, label, category, text, isCut, tokens, masked } = example;
  const about = [
    split,
    labelWord(label),
    ...(category === null ? [] : [category]),
    tell('{0} tokens', tokens),
    ...(masked === 0 ? [] : [tell('{0} masked', masked)]),
  ];
  const shown = text.split('\n').map(visibleText).join('\n');
  const name = element('bdi', {}, visibleText(id));
  return element(
    'article',
    { class: `example ${label}` },
    element(
      'header',
      {},
      name,
      ...about.map((word) => element('span', { class: 'chip' }, visibleText(word))),
    ),
    element('pre', { tabindex: '0', 'aria-label': tell('Text of the example') }, shown),
    ...(isCut ? [element('p', { class: 'hint' }, tell('The rest is not shown.'))] : []),
  );
}

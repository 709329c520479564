import type { ModelPage } from '../../../src/protocol/dashboard';
import { button } from '../../shared/controls';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Section, SectionParts } from '../section';
import type { DataTable, Shown } from '../shown';
import { Tooltip } from '../tooltip';
import { curvesPicture, EvaluationView } from './evaluation-view';
import { evaluationSentence, evaluationTables } from './evaluation-words';
import { learnedPart } from './learned';

export function modelSection(parts: SectionParts): Section {
  return new ModelSection(parts);
}

/** What was learned of the log, how far it is from its baseline, and how the detectors hold against labels. */
class ModelSection implements Section {
  readonly shows = ['log', 'labels'] as const;
  private readonly tooltip = new Tooltip();
  private view: EvaluationView | undefined;
  private drawnWidth = 0;
  /** The page as it was drawn: what is the same is left alone, with its focus. */
  private drawn = '';

  constructor(private readonly parts: SectionParts) {
    new ResizeObserver(() => this.draw()).observe(parts.frame.body);
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const page = await this.parts.host.call('model', undefined, { signal });
    const { evaluation } = page;
    this.build(page);
    const sentence = sentenceOf(page);
    return {
      kind: 'content',
      sentence,
      tables: tablesOf(page),
      picture: evaluation ? () => curvesPicture(evaluation, sentence) : null,
    };
  }

  private build(page: ModelPage): void {
    const text = JSON.stringify(page);
    if (text === this.drawn) return;
    this.drawn = text;
    const { host, frame } = this.parts;
    const { evaluation } = page;
    this.view = evaluation ? new EvaluationView(evaluation, this.tooltip) : undefined;
    this.drawnWidth = 0;
    const held = element('section', {}, element('h3', {}, tell('Held to labels')), ...this.labelled(page));
    frame.body.replaceChildren(element('div', { class: 'model-page' }, learnedPart(page, host), held));
    this.draw();
  }

  private labelled({ evaluation }: ModelPage): readonly HTMLElement[] {
    const choose = (label: string) =>
      button(label, () => void this.parts.host.call('run', 'chooseLabels'), 'secondary');
    if (evaluation && this.view)
      return [
        this.view.element,
        element(
          'div',
          { class: 'model-acts' },
          choose(tell('Choose Other Labels…')),
          ...this.ownLabels(evaluation),
        ),
      ];
    const invitation = tell(
      'Labels show what is found and what is missed, by each detector: those you give in the editor (Start Triage), or a file of them. It holds one JSON object a line; lines it does not name are normal:',
    );
    const example = '{"line": 17, "label": 1, "category": "disk"}';
    return [
      element('p', { class: 'hint' }, invitation, ' ', element('code', {}, example)),
      element('div', { class: 'model-acts' }, choose(tell('Choose Labels…'))),
    ];
  }

  /** The way back from a file. */
  private ownLabels({ isOwn }: NonNullable<ModelPage['evaluation']>): readonly HTMLElement[] {
    if (isOwn) return [];
    const back = () => void this.parts.host.call('run', 'ownLabels');
    return [button(tell('Labels Given in the Editor'), back, 'secondary')];
  }

  private draw(): void {
    const width = this.parts.frame.body.clientWidth;
    if (!this.view || width === 0 || width === this.drawnWidth) return;
    this.drawnWidth = width;
    this.view.drawCurves(width);
  }
}

function sentenceOf({ sources, drift, evaluation }: ModelPage): string {
  if (evaluation) return evaluationSentence(evaluation);
  const baselines = sources.filter(({ role }) => role === 'baseline').length;
  if (!drift) return tell('Learned from the log itself; nothing says yet how well it is judged.');
  return baselines === 1
    ? tell('Judged by one baseline. {0}', drift.message)
    : tell('Judged by {0} baselines. {1}', baselines, drift.message);
}

function tablesOf({ facts, sources, drift, evaluation }: ModelPage): readonly DataTable[] {
  const text = (title: string) => ({ title, kind: 'text' as const });
  const number = (title: string) => ({ title, kind: 'number' as const });
  const learned: DataTable = {
    title: tell('Learned'),
    columns: [text(tell('What')), text(tell('Value'))],
    rows: facts.map(({ title, value }) => [title, value]),
  };
  const read: DataTable = {
    title: tell('Sources'),
    columns: [
      ...[text(tell('Name')), text(tell('Role')), text(tell('Format'))],
      ...[number(tell('Records')), number(tell('With a time'))],
    ],
    rows: sources.map(({ name, role, format, records, timed }) => [
      ...[name, role === 'log' ? tell('log') : tell('baseline'), format],
      ...[records, timed],
    ]),
  };
  const far = drift ? [driftTable(drift)] : [];
  return [learned, read, ...far, ...(evaluation ? evaluationTables(evaluation) : [])];
}

function driftTable(drift: NonNullable<ModelPage['drift']>): DataTable {
  return {
    title: tell('Baseline'),
    columns: [
      { title: tell('What'), kind: 'text' },
      { title: tell('Share'), kind: 'number' },
      { title: tell('Usual'), kind: 'number' },
    ],
    rows: [
      [tell('Records of kinds the baseline lacks'), drift.unknownShare, drift.usualUnknownShare],
      [tell('Records beyond their usual share'), drift.excessShare, drift.usualExcessShare],
    ],
  };
}

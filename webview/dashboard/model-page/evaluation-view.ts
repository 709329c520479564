import type { DetectorEvaluation } from '../../../src/protocol/log-shape';
import { grouped } from '../../../src/protocol/sentence';
import { dropdown } from '../../shared/controls';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { markCursor } from '../mark-cursor';
import { picture, svg, svgText } from '../svg';
import type { Tooltip } from '../tooltip';
import { type CurveKind, curveChart, curvesOf, curveTitle, heightOf } from './curves';
import {
  type Evaluation,
  lineStyle,
  measuresOf,
  measureTitles,
  nameOf,
  percentText,
  shareText,
} from './evaluation-words';

const kinds: readonly CurveKind[] = ['precision-recall', 'roc'];
/** Two charts beside each other where there is room. */
const narrow = 620;
const gap = 16;
const pictureWidth = 900;
const legendRow = 18;

/** What labels say of the detectors: found and missed, measures, curves. */
export class EvaluationView {
  readonly element = element('div', { class: 'evaluation' });
  private readonly curves = element('div', { class: 'curves' });

  constructor(
    private readonly evaluation: Evaluation,
    private readonly tooltip: Tooltip,
  ) {
    this.element.append(
      element('div', { class: 'evaluation-figures' }, confusionPart(evaluation), measurePart(evaluation)),
      this.curves,
      ...categoryPart(evaluation),
    );
  }

  drawCurves(width: number): void {
    const isWide = width >= narrow;
    const each = isWide ? (width - gap) / 2 : width;
    const charts = kinds.flatMap((kind) => {
      const curves = curvesOf(this.evaluation.detectors, kind);
      if (curves.length === 0) return [];
      const { picture: surface, marks } = curveChart(curves, kind, each);
      markCursor({ surface, label: curveTitle(kind), role: 'grid', marks, tooltip: this.tooltip });
      return [surface];
    });
    this.curves.replaceChildren(...charts);
  }
}

/** Both charts and the legend as one picture. */
export function curvesPicture({ detectors }: Evaluation, label: string): SVGSVGElement {
  const each = (pictureWidth - gap) / 2;
  const top = heightOf(each) + gap;
  const drawn = picture(pictureWidth, top + detectors.length * legendRow, label);
  for (const [i, kind] of kinds.entries()) {
    const chart = curveChart(curvesOf(detectors, kind), kind, each).picture;
    for (const stop of chart.querySelectorAll('.stop')) stop.remove();
    const moved = svg('g', { transform: `translate(${i * (each + gap)} 0)` });
    moved.append(...chart.childNodes);
    drawn.append(moved);
  }
  for (const [i, one] of detectors.entries()) {
    const y = top + i * legendRow;
    const key = keyOf(one, i);
    key.setAttribute('transform', `translate(8 ${y})`);
    const titles = measureTitles();
    const measures = measuresOf(one).map((share, at) => `${titles[at]} ${shareText(share)}`);
    drawn.append(key, svgText(48, y + 12, [nameOf(one), ...measures].join(' · ')));
  }
  return drawn;
}

function keyOf(one: DetectorEvaluation, place: number): SVGGElement {
  const { colour, dashes, width } = lineStyle(one, place);
  const line = { x1: 0, x2: 30, y1: 8, y2: 8, stroke: colour };
  return svg('g', {}, svg('line', { ...line, 'stroke-width': width, 'stroke-dasharray': dashes }));
}

function confusionPart({ detectors }: Evaluation): HTMLElement {
  const held = element('div', {});
  const show = (one: DetectorEvaluation) => held.replaceChildren(confusionTable(one));
  const choices = detectors.map((one, i) => ({ value: String(i), label: nameOf(one) }));
  const choice = dropdown(tell('Detector'), choices, (value) => show(detectors[Number(value)]));
  show(detectors[0]);
  return element('div', { class: 'confusion-part' }, choice, held);
}

function confusionTable(one: DetectorEvaluation): HTMLTableElement {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = one.confusion;
  const head = (words: string, scope: string) => element('th', { scope }, words);
  const cell = (count: number, of: number, kind: string) =>
    element(
      'td',
      { class: kind },
      element('strong', {}, grouped(count)),
      element('span', {}, of === 0 ? '–' : percentText(count / of)),
    );
  const abnormal = truePositives + falseNegatives;
  const normal = falsePositives + trueNegatives;
  return element(
    'table',
    { class: 'confusion' },
    element('caption', {}, tell('Confusion: {0}', nameOf(one))),
    element(
      'thead',
      {},
      element('tr', {}, element('td', {}), head(tell('Marked'), 'col'), head(tell('Not marked'), 'col')),
    ),
    element(
      'tbody',
      {},
      element(
        'tr',
        {},
        head(tell('Abnormal'), 'row'),
        cell(truePositives, abnormal, 'right'),
        cell(falseNegatives, abnormal, 'wrong'),
      ),
      element(
        'tr',
        {},
        head(tell('Normal'), 'row'),
        cell(falsePositives, normal, 'wrong'),
        cell(trueNegatives, normal, 'right'),
      ),
    ),
  );
}

/** The legend of the curves as well. */
function measurePart({ detectors }: Evaluation): HTMLElement {
  const titles = measureTitles().map((title) => element('th', { scope: 'col', class: 'number' }, title));
  const head = element('tr', {}, element('th', { scope: 'col' }, tell('Detector')), ...titles);
  const rows = detectors.map((one, i) => {
    const key = svg('svg', { width: 30, height: 16, 'aria-hidden': 'true' }, keyOf(one, i));
    const cells = measuresOf(one).map((share) => element('td', { class: 'number' }, shareText(share)));
    return element('tr', {}, element('th', { scope: 'row' }, key, nameOf(one)), ...cells);
  });
  const table = element(
    'table',
    { class: 'data-table measures' },
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
  const label = tell('Detectors held to the labels');
  return element('div', { class: 'measure-part', tabindex: '0', role: 'region', 'aria-label': label }, table);
}

function categoryPart({ categories }: Evaluation): readonly HTMLElement[] {
  if (categories.length === 0) return [];
  const rows = categories.flatMap(({ category, abnormal, found }) => {
    const share = abnormal === 0 ? 0 : found / abnormal;
    const bar = element('span', { class: 'model-bar', 'aria-hidden': 'true' }, element('span', {}));
    (bar.firstElementChild as HTMLElement).style.width = `${100 * share}%`;
    const words = tell('{0} of {1} found', found, abnormal);
    return [
      element('dt', {}, element('bdi', {}, visibleText(category))),
      element('dd', {}, bar, element('span', {}, words)),
    ];
  });
  return [element('h3', {}, tell('Recall by category')), element('dl', { class: 'model-shares' }, ...rows)];
}

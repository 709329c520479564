import type { DetectorEvaluation } from '../../../src/protocol/log-shape';
import { tell } from '../../shared/tell';
import type { Mark } from '../mark-cursor';
import { picture, svg, svgText } from '../svg';
import { type LineStyle, lineStyle, nameOf, shareText } from './evaluation-words';

export type CurveKind = 'precision-recall' | 'roc';

export interface Curve {
  readonly name: string;
  readonly style: LineStyle;
  /** Shares from 0 to 1, as many of each. */
  readonly across: Float64Array;
  readonly up: Float64Array;
  /** Where the threshold puts it; null where a share is not there. */
  readonly threshold: readonly [number, number] | null;
}

const plot = { left: 38, right: 12, top: 22, bottom: 34 } as const;
const tallest = 280;
/** A keyboard goes through these of a curve. */
const mostStops = 20;

/** Those without points are left out: their class is missing. */
export function curvesOf(detectors: readonly DetectorEvaluation[], kind: CurveKind): readonly Curve[] {
  return detectors
    .map((one, place) => ({ name: nameOf(one), style: lineStyle(one, place), ...pointsOf(one, kind) }))
    .filter(({ across }) => across.length > 0);
}

function pointsOf(one: DetectorEvaluation, kind: CurveKind): Omit<Curve, 'name' | 'style'> {
  const { confusion, precision, recall, roc, precisionRecall } = one;
  if (kind === 'precision-recall') {
    const threshold = precision === null || recall === null ? null : ([recall, precision] as const);
    return { across: precisionRecall.recall, up: precisionRecall.precision, threshold };
  }
  const normal = confusion.falsePositives + confusion.trueNegatives;
  const threshold =
    normal === 0 || recall === null ? null : ([confusion.falsePositives / normal, recall] as const);
  return { across: roc.falsePositiveRate, up: roc.truePositiveRate, threshold };
}

export interface CurveChart {
  readonly picture: SVGSVGElement;
  readonly marks: readonly Mark[];
}

export function curveTitle(kind: CurveKind): string {
  return kind === 'roc' ? tell('ROC') : tell('Precision and recall');
}

/** One line a detector, all together on top and bold; a ring where the threshold puts each. */
export function curveChart(curves: readonly Curve[], kind: CurveKind, width: number): CurveChart {
  const height = heightOf(width);
  const drawn = picture(width, height, curveTitle(kind));
  const place = ([across, up]: readonly [number, number]): readonly [number, number] => [
    plot.left + across * (width - plot.left - plot.right),
    height - plot.bottom - up * (height - plot.top - plot.bottom),
  ];
  drawn.append(svgText(plot.left, 12, curveTitle(kind), { 'font-weight': 600 }));
  drawn.append(...grid(place), ...axisNames(kind, width, height));
  const rows: SVGGElement[] = [];
  const marks = curves.flatMap((curve, row) => {
    const group = svg('g', { role: 'row', 'aria-label': curve.name }, lineOf(curve, place));
    const stops = stopsOf(curve).map((at, column) => stopMark({ curve, at, row, column, kind, place }));
    group.append(...ringOf(curve, place), ...stops.map(({ element }) => element));
    rows.push(group);
    return stops;
  });
  drawn.append(...rows.toReversed());
  return { picture: drawn, marks };
}

export function heightOf(width: number): number {
  return Math.round(Math.min(tallest, width * 0.8));
}

type Place = (shares: readonly [number, number]) => readonly [number, number];

function grid(place: Place): readonly SVGElement[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const stroke = { stroke: 'var(--vscode-foreground)', 'stroke-opacity': share === 0 ? 0.4 : 0.12 };
    const [[left, y], [right]] = [place([0, share]), place([1, share])];
    const [[x, bottom], [, top]] = [place([share, 0]), place([share, 1])];
    return [
      svg('line', { x1: left, x2: right, y1: y, y2: y, ...stroke }),
      svg('line', { x1: x, x2: x, y1: bottom, y2: top, ...stroke }),
      svgText(left - 6, y + 4, String(share), { 'text-anchor': 'end', 'fill-opacity': 0.8 }),
      svgText(x, bottom + 14, String(share), { 'text-anchor': 'middle', 'fill-opacity': 0.8 }),
    ];
  });
}

function axisNames(kind: CurveKind, width: number, height: number): readonly SVGElement[] {
  const quiet = { fill: 'var(--vscode-descriptionForeground)' };
  const [across, up] =
    kind === 'roc'
      ? [tell('normal records wrongly marked'), tell('recall')]
      : [tell('recall'), tell('precision')];
  return [
    svgText(width - plot.right, height - 4, across, { ...quiet, 'text-anchor': 'end' }),
    svgText(width - plot.right, 12, tell('up: {0}', up), { ...quiet, 'text-anchor': 'end' }),
  ];
}

function lineOf({ across, up, style }: Curve, place: Place): SVGPolylineElement {
  const points = Array.from(across, (share, i) =>
    place([share, up[i]])
      .map((at) => at.toFixed(1))
      .join(','),
  );
  return svg('polyline', {
    points: points.join(' '),
    fill: 'none',
    stroke: style.colour,
    'stroke-width': style.width,
    'stroke-dasharray': style.dashes,
    'stroke-linejoin': 'round',
  });
}

function ringOf({ threshold, style }: Curve, place: Place): readonly SVGElement[] {
  if (threshold === null) return [];
  const [cx, cy] = place(threshold);
  const ring = { cx, cy, r: style.width > 2 ? 5 : 3.5, stroke: style.colour, 'stroke-width': 1.5 };
  return [svg('circle', { ...ring, fill: 'var(--vscode-editor-background)' })];
}

/** Evenly among its points, both ends included. */
export function stopsOf({ across }: Pick<Curve, 'across'>): readonly number[] {
  const count = Math.min(mostStops, across.length);
  if (count < 2) return [...across.keys()];
  return Array.from({ length: count }, (_, i) => Math.round((i * (across.length - 1)) / (count - 1)));
}

interface Stop {
  readonly curve: Curve;
  /** Index of its point. */
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly kind: CurveKind;
  readonly place: Place;
}

function stopMark({ curve, at, row, column, kind, place }: Stop): Mark {
  const [across, up] = [curve.across[at], curve.up[at]];
  const [cx, cy] = place([across, up]);
  const element = svg(
    'g',
    { class: 'stop' },
    svg('circle', { cx, cy, r: 12, fill: 'transparent' }),
    svg('circle', { class: 'dot', cx, cy, r: 4, fill: curve.style.colour }),
  );
  const words =
    kind === 'roc'
      ? tell('recall {0}; of the normal records {1} marked', shareText(up), shareText(across))
      : tell('recall {0}, precision {1}', shareText(across), shareText(up));
  return { element, row, column, words: [curve.name, words] };
}

import type { TimeBins } from '../../../src/protocol/log-shape';
import { quantityText } from '../../../src/protocol/quantity-text';
import { picture, svg, svgText } from '../svg';
import { type Stretch, shareOf } from '../timeline/stretch';
import { timeTicks } from '../timeline/time-ticks';
import { extentOf, filledRuns, type NumberSeries } from './number-shape';
import { type ValueScale, valueScale } from './value-scale';

const plot = { left: 64, right: 10, top: 10, bottom: 34 } as const;
const chartHeight = 150;
const pixelsPerTick = 110;

export interface NumberChart {
  readonly picture: SVGSVGElement;
  /** By bin: its whole height, to be pointed at; null where it has no value. */
  readonly stretches: readonly (SVGRectElement | null)[];
}

/** Median and 90th percentile as lines, lowest to highest as a band. Bins without a value leave a gap: nothing is drawn that was not there. */
export function numberChart(numbers: NumberSeries, zone: string, width: number, label: string): NumberChart {
  const drawn = picture(width, chartHeight, label);
  const extent = extentOf(numbers);
  if (!extent) return { picture: drawn, stretches: [] };
  const scale = valueScale(extent.min, extent.middle, extent.max);
  const bins = numbers.count.length;
  const place: Place = {
    x: (bin) => plot.left + (bin * (width - plot.left - plot.right)) / bins,
    y: (value) => chartHeight - plot.bottom - scale.shareOf(value) * (chartHeight - plot.top - plot.bottom),
  };
  drawn.append(
    ...valueAxis(scale, numbers.unit, place, width),
    ...timeAxis(numbers.bins, zone, width),
    ...seriesOf(numbers, place),
  );
  const stretches = Array.from(numbers.count, (count, bin) => (count > 0 ? stretchOf(bin, place) : null));
  drawn.append(...stretches.filter((stretch) => stretch !== null));
  return { picture: drawn, stretches };
}

interface Place {
  readonly x: (bin: number) => number;
  readonly y: (value: number) => number;
}

function seriesOf(numbers: NumberSeries, place: Place): SVGElement[] {
  const { count, min, p50, p90, max } = numbers;
  const runs = filledRuns(count);
  const line = (values: Float64Array) => runs.map((run) => steps(values, run, place, 'M')).join('');
  const band = runs.map((run) => `${steps(max, run, place, 'M')}${stepsBack(min, run, place)}z`).join('');
  const colour = 'var(--vscode-oddline-chart1)';
  const other = 'var(--vscode-oddline-chart2)';
  return [
    svg('path', { class: 'band', d: band, fill: colour, 'fill-opacity': 0.2 }),
    svg('path', {
      d: line(p90),
      fill: 'none',
      stroke: other,
      'stroke-width': 1.5,
      'stroke-dasharray': '4 2',
    }),
    svg('path', { d: line(p50), fill: 'none', stroke: colour, 'stroke-width': 1.5 }),
  ];
}

/** One level stroke a bin: a bin that stands alone is seen as well. */
function steps(
  values: Float64Array,
  [from, to]: readonly [number, number],
  { x, y }: Place,
  begin: string,
): string {
  let path = `${begin}${round(x(from))},${round(y(values[from]))}`;
  for (let bin = from; bin < to; bin++) path += `V${round(y(values[bin]))}H${round(x(bin + 1))}`;
  return path;
}

function stepsBack(values: Float64Array, [from, to]: readonly [number, number], { x, y }: Place): string {
  let path = '';
  for (let bin = to - 1; bin >= from; bin--) path += `V${round(y(values[bin]))}H${round(x(bin))}`;
  return path;
}

function stretchOf(bin: number, { x }: Place): SVGRectElement {
  const height = chartHeight - plot.top - plot.bottom;
  return svg('rect', {
    ...{ class: 'stretch', x: x(bin), y: plot.top, width: x(bin + 1) - x(bin), height },
    'fill-opacity': 0,
  });
}

function valueAxis(
  { ticks }: ValueScale,
  unit: NumberSeries['unit'],
  { y }: Place,
  width: number,
): SVGElement[] {
  return ticks.flatMap((tick) => {
    const at = round(y(tick));
    const ends = { x1: plot.left, x2: width - plot.right, y1: at, y2: at };
    return [
      svg('line', { ...ends, stroke: 'var(--vscode-foreground)', 'stroke-opacity': 0.12 }),
      svgText(plot.left - 6, at + 4, quantityText(tick, unit), { 'text-anchor': 'end', 'fill-opacity': 0.8 }),
    ];
  });
}

/** Without times the bins are stretches of the records, which need no labels. */
function timeAxis(bins: TimeBins | null, zone: string, width: number): SVGElement[] {
  if (!bins) return [];
  const from = BigInt(bins.from);
  const stretch: Stretch = { from, until: from + BigInt(bins.width) * BigInt(bins.count) };
  const inner = width - plot.left - plot.right;
  const y = chartHeight - plot.bottom;
  return timeTicks(stretch, zone, Math.max(2, Math.floor(inner / pixelsPerTick))).flatMap(({ at, label }) => {
    const x = round(plot.left + shareOf(stretch, at) * inner);
    const anchor = { 'text-anchor': 'middle', 'fill-opacity': 0.8 };
    const lines = label.split('\n').map((line, i) => svgText(x, y + 16 + 12 * i, line, anchor));
    const mark = {
      x1: x,
      x2: x,
      y1: y,
      y2: y + 3,
      stroke: 'var(--vscode-foreground)',
      'stroke-opacity': 0.4,
    };
    return [svg('line', mark), ...lines];
  });
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

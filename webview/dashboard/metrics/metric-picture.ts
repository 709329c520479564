import { visibleText } from '../../shared/visible-text';
import { roundTicks } from '../axes';
import { seriesColour } from '../colours';
import { picture, shortened, svg, svgText } from '../svg';
import { axisBottom, axisLeft, plotWidthOf } from '../timeline/geometry';
import { type Stretch, secondsWide, shareOf } from '../timeline/stretch';
import { timeTicks } from '../timeline/time-ticks';
import { metricHeight } from './metric-plot';
import { axisText, type MetricRow } from './metric-rows';

export interface MetricsPictureParts {
  readonly rows: readonly MetricRow[];
  readonly view: Stretch;
  readonly zone: string;
  readonly width: number;
  readonly label: string;
}

const headHeight = 20;
const nameWidth = 160;
const pixelsATick = 96;
const quiet = 'var(--vscode-descriptionForeground)';

/** All rows as a picture that stands by itself. */
export function metricsPicture({ rows, view, zone, width, label }: MetricsPictureParts): SVGSVGElement {
  const rowHeight = headHeight + metricHeight + 8;
  const foot = rows.length * rowHeight;
  const whole = picture(width, foot + axisBottom, label);
  const plotWidth = plotWidthOf(width);
  for (const [index, row] of rows.entries()) {
    const group = svg('g', { transform: `translate(${axisLeft} ${index * rowHeight})` });
    group.append(...names(row, plotWidth), ...values(row, plotWidth), ...lines(row, view, plotWidth));
    whole.append(group);
  }
  const axis = svg('g', { transform: `translate(${axisLeft} ${foot})` });
  axis.append(...times(view, zone, plotWidth));
  whole.append(axis);
  return whole;
}

function names({ series }: MetricRow, plotWidth: number): readonly SVGElement[] {
  const room = Math.max(1, Math.floor(plotWidth / nameWidth));
  return series
    .slice(0, room)
    .flatMap(({ name }, i) => [
      svg('rect', { x: i * nameWidth, y: 5, width: 9, height: 9, fill: seriesColour(i) }),
      svgText(i * nameWidth + 14, 14, shortened(visibleText(name), 22)),
    ]);
}

function values({ min, max, unit }: MetricRow, plotWidth: number): readonly SVGElement[] {
  return roundTicks(min, max, 3).flatMap((value) => {
    const y = heightOf(value, min, max);
    return [
      svg('path', { d: `M0 ${y}H${plotWidth}`, stroke: quiet, 'stroke-opacity': 0.2 }),
      svgText(-6, y + 4, axisText(value, unit), { 'text-anchor': 'end', fill: quiet, 'font-size': 10 }),
    ];
  });
}

function lines({ series, min, max }: MetricRow, view: Stretch, plotWidth: number): readonly SVGElement[] {
  const base = Number(view.from) / 1e9;
  const scale = plotWidth / secondsWide(view);
  return series.map(({ seconds, values: all }, i) => {
    let path = '';
    let isDrawing = false;
    for (const [index, value] of all.entries()) {
      const x = (seconds[index] - base) * scale;
      const isSeen = !Number.isNaN(value) && x >= 0 && x <= plotWidth;
      if (isSeen) path += `${isDrawing ? 'L' : 'M'}${Math.round(x * 10) / 10} ${heightOf(value, min, max)}`;
      isDrawing = isSeen;
    }
    return svg('path', { d: path, fill: 'none', stroke: seriesColour(i), 'stroke-width': 1.5 });
  });
}

function times(view: Stretch, zone: string, plotWidth: number): readonly SVGElement[] {
  const ticks = timeTicks(view, zone, Math.max(2, Math.floor(plotWidth / pixelsATick)));
  return ticks.flatMap(({ at, label }) => {
    const x = Math.round(shareOf(view, at) * plotWidth);
    return label
      .split('\n')
      .map((line, i) => svgText(x, 12 + 13 * i, line, { 'text-anchor': 'middle', fill: quiet }));
  });
}

function heightOf(value: number, min: number, max: number): number {
  return Math.round((headHeight + metricHeight * (1 - (value - min) / (max - min))) * 10) / 10;
}

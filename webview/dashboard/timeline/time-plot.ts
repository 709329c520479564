import type uPlot from 'uplot';
import { isHighContrast, resolvedColour } from '../colours';
import { axisBottom, axisLeft, axisRight } from './geometry';
import type { Stretch } from './stretch';
import { timeTicks } from './time-ticks';

/** What all plots over time have in common: quiet axes in the theme's colours, and none of uPlot's own cursors and legends. */
const pixelsATick = 96;
const labelColour = 'var(--vscode-descriptionForeground)';
const lineColour = 'var(--vscode-panel-border)';

export const bareOptions = {
  legend: { show: false },
  cursor: { show: false },
  select: { show: false, left: 0, top: 0, width: 0, height: 0 },
} satisfies Partial<uPlot.Options>;

export interface TimeAxis {
  readonly view: Stretch;
  readonly zone: string;
  /** What 0 of the axis is, in nanoseconds since the epoch. */
  readonly origin: bigint;
}

/** Labels are those of a clock in the zone. `current` is asked at each drawing. */
export function timeAxis(current: () => TimeAxis, size = axisBottom): uPlot.Axis {
  let labels: readonly string[] = [];
  return {
    scale: 'x',
    size,
    gap: 4,
    font: axisFont(),
    lineGap: 1.2,
    stroke: axisColour,
    grid: { show: false },
    ticks: { size: 4, width: 1, stroke: axisLine },
    border: { show: true, width: 1, stroke: axisLine },
    splits: ({ bbox }) => {
      const { view, zone, origin } = current();
      const width = bbox.width / devicePixelRatio;
      const ticks = timeTicks(view, zone, Math.max(2, Math.floor(width / pixelsATick)));
      labels = ticks.map(({ at, label }) => (fits(view, at, label, width) ? label : ''));
      return ticks.map(({ at }) => Number(at - origin) / 1e9);
    },
    values: () => [...labels],
  };
}

/** A label that would leave the chart is left out. */
function fits(view: Stretch, at: bigint, label: string, width: number): boolean {
  const wide = Math.max(...label.split('\n').map((line) => line.length)) * 3.2;
  const x = (Number(at - view.from) / Number(view.until - view.from)) * width;
  return x > wide - axisLeft && x < width + axisRight - wide;
}

/** Few and round; `ticks` and `text` are asked at each drawing. */
export function valueAxis(
  ticks: () => readonly number[],
  text: (value: number, index: number) => string,
): uPlot.Axis {
  return {
    scale: 'y',
    size: axisLeft,
    gap: 6,
    font: axisFont(),
    stroke: axisColour,
    grid: { width: 1, stroke: () => (isHighContrast() ? 'transparent' : axisLine()) },
    ticks: { show: false },
    splits: () => [...ticks()],
    values: (_plot, splits) => splits.map(text),
  };
}

function axisFont(): string {
  return `11px ${getComputedStyle(document.body).fontFamily}`;
}

function axisColour(): string {
  return resolvedColour(labelColour);
}

function axisLine(): string {
  return resolvedColour(isHighContrast() ? labelColour : lineColour);
}

export function secondsWithin({ view, origin }: TimeAxis): [number, number] {
  return [Number(view.from - origin) / 1e9, Number(view.until - origin) / 1e9];
}

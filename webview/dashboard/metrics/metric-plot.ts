import uPlot from 'uplot';
import { roundTicks } from '../axes';
import { resolvedColour, seriesColour } from '../colours';
import { axisBottom, axisRight } from '../timeline/geometry';
import { bareOptions, secondsWithin, type TimeAxis, timeAxis, valueAxis } from '../timeline/time-plot';
import { axisText, type MetricRow } from './metric-rows';

export interface MetricDrawing extends TimeAxis {
  readonly row: MetricRow;
  readonly width: number;
  /** The axis of time stands below the last row alone. */
  readonly isLast: boolean;
}

export const metricHeight = 72;
const padding = 8;
const ticks = 3;
/** A line at its highest is not cut in half. */
const headroom = 0.04;

/** One row of metrics: lines over the same time as the timeline above. */
export class MetricPlot {
  private readonly chart: uPlot;

  constructor(
    root: HTMLElement,
    private drawing: MetricDrawing,
  ) {
    this.chart = new uPlot(this.options(), dataOf(drawing), root);
  }

  /** False where it is of other lines than it was made for. */
  draw(drawing: MetricDrawing): boolean {
    if (
      drawing.row.series.length !== this.drawing.row.series.length ||
      drawing.isLast !== this.drawing.isLast
    )
      return false;
    const isResized = drawing.width !== this.chart.width;
    this.drawing = drawing;
    this.chart.batch(() => {
      if (isResized) this.chart.setSize({ width: drawing.width, height: heightOf(drawing) });
      this.chart.setData(dataOf(drawing));
    });
    return true;
  }

  destroy(): void {
    this.chart.destroy();
  }

  private options(): uPlot.Options {
    const { width, isLast } = this.drawing;
    const row = () => this.drawing.row;
    return {
      ...bareOptions,
      width,
      height: heightOf(this.drawing),
      padding: [padding, axisRight, isLast ? 0 : padding, 0],
      scales: {
        x: { time: false, range: () => secondsWithin(this.drawing) },
        y: { range: () => [row().min, row().max + headroom * (row().max - row().min)] },
      },
      axes: [
        { ...timeAxis(() => this.drawing), show: isLast },
        valueAxis(
          () => roundTicks(row().min, row().max, ticks),
          (value) => axisText(value, row().unit),
        ),
      ],
      series: [{}, ...this.drawing.row.series.map((_, index) => lineSeries(index))],
    };
  }
}

function heightOf({ isLast }: Pick<MetricDrawing, 'isLast'>): number {
  return metricHeight + (isLast ? axisBottom : 0);
}

function lineSeries(index: number): uPlot.Series {
  return {
    width: 1.5,
    points: { show: false },
    stroke: () => resolvedColour(seriesColour(index)),
    ...(index >= colours ? { dash: [4, 3] } : {}),
  };
}

/** Where colours come again, lines are dashed. */
const colours = 6;

function dataOf({ row, origin }: MetricDrawing): uPlot.AlignedData {
  const base = Number(origin) / 1e9;
  return uPlot.join(
    row.series.map(({ seconds, values }) => [
      Array.from(seconds, (second) => second - base),
      Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    ]),
  );
}

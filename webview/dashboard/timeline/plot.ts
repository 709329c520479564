import uPlot from 'uplot';
import { levelColours, resolvedColour } from '../colours';
import { levelNames } from '../terms';
import { barRects } from './bar-rects';
import { isHollow, levelFill } from './contrast-patterns';
import { shortCount } from './count-scale';
import { axisRight } from './geometry';
import { paintRows, paintSilences } from './painting';
import { bareOptions, secondsWithin, timeAxis, valueAxis } from './time-plot';
import type { TimelineDrawing } from './timeline-drawing';

/** The bars, the rows above them and the axes, on one canvas. */
export class Plot {
  private readonly chart: uPlot;

  constructor(
    root: HTMLElement,
    private drawing: TimelineDrawing,
  ) {
    this.chart = new uPlot(this.options(), this.data(), root);
  }

  draw(drawing: TimelineDrawing): void {
    const { width, height, plotTop } = drawing.geometry;
    const isResized = width !== this.chart.width || height !== this.chart.height;
    const isMoved = plotTop !== this.drawing.geometry.plotTop;
    this.drawing = drawing;
    this.chart.batch(() => {
      if (isResized || isMoved) this.chart.setSize({ width, height });
      this.chart.setData(this.data());
    });
  }

  private options(): uPlot.Options {
    const { width, height } = this.drawing.geometry;
    const axis = () => ({ ...this.drawing, origin: this.drawing.volume.origin });
    return {
      ...bareOptions,
      width,
      height,
      padding: [() => this.drawing.geometry.plotTop, axisRight, 0, 0],
      scales: {
        x: { time: false, range: () => secondsWithin(axis()) },
        y: { range: () => [0, this.drawing.scale.top] },
      },
      axes: [
        timeAxis(axis),
        valueAxis(
          () => this.drawing.scale.ticks.map(this.drawing.scale.heightOf),
          (_height, index) => shortCount(this.drawing.scale.ticks[index]),
        ),
      ],
      series: [{}, ...levelNames.map((_, level) => this.series(level))],
      hooks: {
        drawAxes: [({ ctx }) => this.paint(ctx, paintSilences)],
        draw: [({ ctx }) => this.paint(ctx, paintRows)],
      },
    };
  }

  /** Series stand in the order of levels, so that the worst is drawn last: its thinnest bar is still seen. */
  private series(level: number): uPlot.Series {
    const name = levelNames[level];
    return {
      width: 0,
      points: { show: false },
      fill: () => levelFill(name, resolvedColour(levelColours[name])),
      paths: (chart) => ({ stroke: null, fill: this.bars(chart, level), flags: 0 }),
    };
  }

  private bars(chart: uPlot, level: number): Path2D {
    const { volume, scale } = this.drawing;
    const path = new Path2D();
    const index = volume.levels.indexOf(level);
    if (index < 0) return path;
    const rects = barRects(volume, index, scale, {
      x: (seconds) => chart.valToPos(seconds, 'x', true),
      y: (height) => chart.valToPos(height, 'y', true),
      pixel: devicePixelRatio,
    });
    const border = isHollow(levelNames[level]) ? devicePixelRatio : 0;
    for (let at = 0; at < rects.length; at += 4)
      addBar(path, rects[at], rects[at + 1], rects[at + 2], rects[at + 3], border);
    return path;
  }

  private data(): uPlot.AlignedData {
    const { volume } = this.drawing;
    const seconds = Float64Array.from(volume.totals, (_, bin) => bin * volume.stepSeconds);
    return [
      seconds,
      ...levelNames.map((_, level) => volume.tops[volume.levels.indexOf(level)] ?? volume.totals),
    ];
  }

  private paint(
    context: CanvasRenderingContext2D,
    painter: (context: CanvasRenderingContext2D, drawing: TimelineDrawing) => void,
  ): void {
    context.save();
    context.scale(devicePixelRatio, devicePixelRatio);
    painter(context, this.drawing);
    context.restore();
  }
}

/** With a border, what is within it is cut out: drawn the other way round, it counts nothing. */
function addBar(path: Path2D, x: number, y: number, width: number, height: number, border: number): void {
  path.rect(x, y, width, height);
  const [inner, high] = [width - 2 * border, height - 2 * border];
  if (border > 0 && inner > 0 && high > 0) path.rect(x + border + inner, y + border, -inner, high);
}

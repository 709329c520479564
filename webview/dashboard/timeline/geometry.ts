/** Pixels of the chart, from the left and top of its canvas. Charts that share its axis of time share left and right. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly plotWidth: number;
  /** Rows of incidents stand on top, marks below them, then bars. */
  readonly marksTop: number;
  readonly plotTop: number;
  readonly plotHeight: number;
}

export interface GeometryOptions {
  readonly width: number;
  readonly lanes: number;
  readonly hasMarks: boolean;
  /** In the small view beside the editor. */
  readonly isSmall: boolean;
}

export const axisLeft = 44;
export const axisRight = 12;
/** Two lines of 11 px: the clock, and the day. */
export const axisBottom = 38;
export const laneHeight = 24;
const marksHeight = 30;
const gap = 4;

export function geometryOf({ width, lanes, hasMarks, isSmall }: GeometryOptions): Geometry {
  const marksTop = lanes * laneHeight;
  const plotTop = marksTop + (hasMarks ? marksHeight : 0) + gap;
  const plotHeight = isSmall ? 80 : 150;
  return {
    width,
    height: plotTop + plotHeight + axisBottom,
    left: axisLeft,
    plotWidth: plotWidthOf(width),
    marksTop,
    plotTop,
    plotHeight,
  };
}

export function plotWidthOf(width: number): number {
  return Math.max(1, width - axisLeft - axisRight);
}

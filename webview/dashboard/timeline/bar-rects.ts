import type { CountScale } from './count-scale';
import type { Volume } from './volume';

/** From values to pixels of a canvas or a picture. */
export interface PlotPlaces {
  /** Of seconds from the volume's origin. */
  readonly x: (seconds: number) => number;
  /** Of a height on the scale. */
  readonly y: (height: number) => number;
  /** As thin as a bar may be, and the gap to the next where there is room. */
  readonly pixel: number;
}

const widthWithGap = 4;
/** A log that is one moment is no wall. */
const widestAlone = 48;

/** The parts of all bars that are of the level at `index` of the volume's: x, y, width, height of each, one after the other. */
export function barRects(
  volume: Volume,
  index: number,
  scale: CountScale,
  places: PlotPlaces,
): readonly number[] {
  const { count, stepSeconds, tops } = volume;
  const { x, y, pixel } = places;
  const below = index === 0 ? undefined : tops[index - 1];
  const rects: number[] = [];
  for (let bin = 0; bin < count; bin++) {
    const lower = below?.[bin] ?? 0;
    const upper = tops[index][bin];
    if (upper === lower) continue;
    const left = x(bin * stepSeconds);
    const width = Math.min(
      x((bin + 1) * stepSeconds) - left,
      count === 1 ? widestAlone * pixel : Number.POSITIVE_INFINITY,
    );
    const foot = y(scale.heightOf(lower));
    const top = Math.min(y(scale.heightOf(upper)), foot - pixel);
    rects.push(left, top, Math.max(pixel, width - (width > widthWithGap * pixel ? pixel : 0)), foot - top);
  }
  return rects;
}

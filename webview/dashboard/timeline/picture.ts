import { visibleText } from '../../shared/visible-text';
import { isHighContrast, levelColours, severityColours } from '../colours';
import { picture, shortened, svg, svgText } from '../svg';
import { type LevelName, levelNames, severityNames } from '../terms';
import { barRects } from './bar-rects';
import { type Hatching, textureOf, tileLine, tilePaths, tileSize } from './contrast-patterns';
import { shortCount } from './count-scale';
import { laneHeight } from './geometry';
import { glyphPaths } from './glyphs';
import { secondsWide, shareOf } from './stretch';
import { timeTicks } from './time-ticks';
import type { TimelineDrawing } from './timeline-drawing';

const quiet = 'var(--vscode-descriptionForeground)';
const pixelsATick = 96;
const pixelsAChar = 6.2;

/** The timeline as a picture that stands by itself. */
export function timelinePicture(drawing: TimelineDrawing, label: string): SVGSVGElement {
  const { geometry } = drawing;
  const whole = picture(geometry.width, geometry.height, label);
  const plot = svg('g', { transform: `translate(${geometry.left} 0)` });
  plot.append(...silences(drawing), ...counts(drawing), ...bars(drawing), ...incidents(drawing));
  plot.append(...marks(drawing), ...times(drawing));
  whole.append(plot);
  return whole;
}

function bars({ volume, view, scale, geometry }: TimelineDrawing): readonly SVGElement[] {
  const { plotTop, plotHeight, plotWidth } = geometry;
  const shift = volume.secondsOf(view.from);
  const places = {
    x: (seconds: number) => ((seconds - shift) / secondsWide(view)) * plotWidth,
    y: (height: number) => plotTop + plotHeight * (1 - height / scale.top),
    pixel: 1,
  };
  return [...volume.levels.keys()].reverse().flatMap((index) => {
    const level = levelNames[volume.levels[index]];
    const border = textureOf(level) === 'hollow' ? 1 : 0;
    const rects = barRects(volume, index, scale, places);
    let path = '';
    for (let at = 0; at < rects.length; at += 4) path += clippedRect(rects, at, plotWidth, border);
    return barsOf(level, path);
  });
}

/** As on the page, in the level's texture. */
function barsOf(level: LevelName, path: string): readonly SVGElement[] {
  const texture = textureOf(level);
  const colour = levelColours[level];
  if (texture === 'full' || texture === 'hollow')
    return [svg('path', { d: path, fill: colour, 'fill-rule': 'evenodd' })];
  const id = `oddline-timeline-${level}`;
  return [hatching(id, colour, texture), svg('path', { d: path, fill: `url(#${id})` })];
}

function hatching(id: string, colour: string, texture: Hatching): SVGPatternElement {
  const tile = svg('path', {
    d: tilePaths[texture],
    ...(texture === 'dotted' ? { fill: colour } : { stroke: colour, 'stroke-width': tileLine }),
  });
  return svg('pattern', { id, width: tileSize, height: tileSize, patternUnits: 'userSpaceOnUse' }, tile);
}

/** Bars at the edges of what is shown end there; with a border, what is within it is cut out. */
function clippedRect(rects: readonly number[], at: number, plotWidth: number, border: number): string {
  const left = Math.max(0, rects[at]);
  const right = Math.min(plotWidth, rects[at] + rects[at + 2]);
  if (right <= left) return '';
  const [top, height] = [rects[at + 1], rects[at + 3]];
  const isCut = border > 0 && right - left > 2 * border && height > 2 * border;
  const inner = isCut
    ? rect(left + border, top + border, right - left - 2 * border, height - 2 * border)
    : '';
  return rect(left, top, right - left, height) + inner;
}

function rect(x: number, y: number, width: number, height: number): string {
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}H${short(x)}z`;
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

function counts({ scale, geometry }: TimelineDrawing): readonly SVGElement[] {
  const { plotTop, plotHeight, plotWidth } = geometry;
  return scale.ticks.flatMap((count) => {
    const y = short(plotTop + plotHeight * (1 - scale.heightOf(count) / scale.top));
    const line = svg('path', { d: `M0 ${y}H${plotWidth}`, stroke: quiet, 'stroke-opacity': 0.2 });
    return [line, svgText(-6, y + 4, shortCount(count), { 'text-anchor': 'end', fill: quiet })];
  });
}

function times({ view, zone, geometry }: TimelineDrawing): readonly SVGElement[] {
  const { plotTop, plotHeight, plotWidth } = geometry;
  const foot = plotTop + plotHeight;
  const ticks = timeTicks(view, zone, Math.max(2, Math.floor(plotWidth / pixelsATick)));
  return ticks.flatMap(({ at, label }) => {
    const x = short(shareOf(view, at) * plotWidth);
    const lines = label.split('\n');
    const wide = (Math.max(...lines.map((line) => line.length)) * pixelsAChar) / 2;
    const isCut = x + wide > plotWidth + geometry.width - geometry.left - plotWidth;
    const texts = isCut
      ? []
      : lines.map((line, i) =>
          svgText(x, foot + 17 + 13 * i, line, { 'text-anchor': 'middle', fill: quiet }),
        );
    return [svg('path', { d: `M${x} ${foot}v4`, stroke: quiet }), ...texts];
  });
}

function silences({ silences: all, view, geometry }: TimelineDrawing): readonly SVGElement[] {
  const { plotTop, plotHeight, plotWidth } = geometry;
  const id = 'oddline-timeline-silence';
  const rects = all.flatMap((silence) => {
    const from = Math.max(0, shareOf(view, silence.from)) * plotWidth;
    const until = Math.min(1, shareOf(view, silence.until)) * plotWidth;
    const place = { x: short(from), y: plotTop, width: short(until - from), height: plotHeight };
    return until > from ? [svg('rect', { ...place, fill: `url(#${id})`, opacity: 0.45 })] : [];
  });
  return rects.length > 0 ? [hatching(id, quiet, 'slanted'), ...rects] : [];
}

function incidents({ bars: all }: TimelineDrawing): readonly SVGElement[] {
  return all.flatMap(({ card, left, right, lane }) => {
    const colour = severityColours[card.severity];
    const place = { x: short(left), y: lane * laneHeight + 2, height: laneHeight - 4 };
    const room = Math.floor((right - left - 14) / pixelsAChar);
    const title = shortened(visibleText(card.title), room);
    return [
      svg('rect', { ...place, width: short(right - left), rx: 3, fill: colour, 'fill-opacity': 0.22 }),
      svg('rect', { ...place, width: 3, fill: colour }),
      ...(isHighContrast() ? [edge({ ...place, width: short(right - left) }, colour)] : []),
      ...(room > 5 ? [svgText(left + 8, lane * laneHeight + 16, title)] : []),
    ];
  });
}

/** Within the bar, as on the page. */
function edge(bar: { x: number; y: number; width: number; height: number }, stroke: string): SVGRectElement {
  const width = Math.max(0, bar.width - 1);
  const place = { x: bar.x + 0.5, y: bar.y + 0.5, width, height: bar.height - 1, rx: 2.5 };
  return svg('rect', { ...place, fill: 'none', stroke });
}

function marks({ groups, geometry }: TimelineDrawing): readonly SVGElement[] {
  return groups.flatMap(({ x, count, severity }) => {
    const name = severityNames[severity];
    const glyph = svg('path', {
      d: glyphPaths[name],
      transform: `translate(${short(x)} ${geometry.marksTop + 10})`,
      fill: severityColours[name],
    });
    if (count === 1) return [glyph];
    const place = { 'text-anchor': 'middle', 'font-size': 10, fill: quiet };
    return [glyph, svgText(short(x), geometry.marksTop + 27, shortCount(count), place)];
  });
}

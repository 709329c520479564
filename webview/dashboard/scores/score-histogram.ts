import { grouped } from '../../../src/protocol/sentence';
import { powerTicks } from '../axes';
import { picture, svg, svgText } from '../svg';
import { binCount } from './score-bins';

const plot = { left: 48, right: 12, top: 26, bottom: 22 } as const;
const height = 190;

export interface Histogram {
  readonly picture: SVGSVGElement;
  /** By bin; null where it is empty. */
  readonly bars: readonly (SVGRectElement | null)[];
}

/** Where a score stands, in pixels from the left. */
export function xOf(score: number, width: number): number {
  return plot.left + score * (width - plot.left - plot.right);
}

export function scoreAt(x: number, width: number): number {
  return (x - plot.left) / (width - plot.left - plot.right);
}

/** Records by score, on a log scale: one odd record is seen beside a million usual ones. */
export function scoreHistogram(bins: Uint32Array, width: number, label: string): Histogram {
  const drawn = picture(width, height, label);
  const most = bins.reduce((high, count) => Math.max(high, count), 1);
  const inner = height - plot.top - plot.bottom;
  const tallOf = (count: number) => (inner * Math.log10(1 + count)) / Math.log10(1 + most);
  drawn.append(...countAxis(most, width, tallOf), ...scoreAxis(width));
  const wide = xOf(1 / binCount, width) - xOf(0, width);
  const bars = Array.from(bins, (count, bin) => {
    if (count === 0) return null;
    const tall = Math.max(1.5, tallOf(count));
    const place = { x: xOf(bin / binCount, width), y: height - plot.bottom - tall };
    return svg('rect', { ...place, width: Math.max(1, wide - 1), height: tall, fill: barColour });
  });
  drawn.append(...bars.filter((bar) => bar !== null));
  return { picture: drawn, bars };
}

const barColour = 'var(--vscode-oddline-chart1)';
const belowOpacity = 0.4;

/** Bars from the threshold on are full, the others faint; the line where it is. */
export function markThreshold({ picture: drawn, bars }: Histogram, threshold: number): void {
  for (const [bin, bar] of bars.entries()) {
    const isMarked = (bin + 1) / binCount > threshold + 1e-9;
    bar?.setAttribute('fill-opacity', String(isMarked ? 1 : belowOpacity));
  }
  drawn.querySelector('.threshold')?.remove();
  const x = xOf(threshold, Number(drawn.getAttribute('width')));
  const ends = { x1: x, x2: x, y1: plot.top - 4, y2: height - plot.bottom };
  drawn.append(
    svg('line', { ...ends, class: 'threshold', stroke: 'var(--vscode-foreground)', 'stroke-width': 2 }),
  );
}

function countAxis(most: number, width: number, tallOf: (count: number) => number): SVGElement[] {
  return powerTicks(1, Math.max(10, most), 4)
    .filter((count) => count <= most)
    .flatMap((count) => {
      const y = height - plot.bottom - tallOf(count);
      const ends = { x1: plot.left, x2: width - plot.right, y1: y, y2: y };
      return [
        svg('line', { ...ends, stroke: 'var(--vscode-foreground)', 'stroke-opacity': 0.12 }),
        svgText(plot.left - 6, y + 4, shortCount(count), { 'text-anchor': 'end', 'fill-opacity': 0.8 }),
      ];
    });
}

function scoreAxis(width: number): SVGElement[] {
  const y = height - plot.bottom;
  const base = { x1: plot.left, x2: width - plot.right, y1: y, y2: y };
  const labels = [0, 0.25, 0.5, 0.75, 1].map((score) =>
    svgText(xOf(score, width), y + 15, String(score), { 'text-anchor': 'middle', 'fill-opacity': 0.8 }),
  );
  return [svg('line', { ...base, stroke: 'var(--vscode-foreground)', 'stroke-opacity': 0.4 }), ...labels];
}

/** 10,000,000 is `10 M` on an axis. */
function shortCount(count: number): string {
  if (count >= 1e6) return `${grouped(count / 1e6)} M`;
  return grouped(count);
}

import { grouped } from '../../../src/protocol/sentence';
import type { Mark } from '../mark-cursor';
import { picture, shortened, svg, svgText } from '../svg';

export interface HeatGrid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly counts: Uint32Array;
  readonly words: (row: number, column: number, count: number) => readonly string[];
  readonly press: (row: number, column: number) => void;
}

const cellHeight = 22;
const headHeight = 20;
const gap = 1;
const letterWidth = 6.5;
/** The names take no more than this share of the width. */
const nameShare = 0.38;
/** Between two names of columns, at least. */
const nameGap = 8;
/** Steps of the scale: more are not told apart. */
const steps = 5;
const leastShade = 0.22;
const legendWidth = 12;

export interface DrawnHeat {
  readonly picture: SVGSVGElement;
  readonly marks: readonly Mark[];
}

/** Cells in shades of one colour by how many there are; where there is room the number stands in them. */
export function heatGrid(
  { rows, columns, counts, words, press }: HeatGrid,
  width: number,
  label: string,
): DrawnHeat {
  const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const nameWidth = Math.min(width * nameShare, longest * letterWidth + 12);
  const cellWidth = (width - nameWidth) / columns.length;
  const most = counts.reduce((high, count) => Math.max(high, count), 1);
  const drawn = picture(width, headHeight + rows.length * cellHeight + 22, label);
  drawn.append(...columnNames(columns, nameWidth, cellWidth));
  const marks: Mark[] = [];
  for (const [row, name] of rows.entries()) {
    const y = headHeight + row * cellHeight;
    const group = svg('g', { role: 'row' });
    const letters = Math.floor((nameWidth - 8) / letterWidth);
    const title = svgText(nameWidth - 8, y + 15, shortened(name, letters), {
      'text-anchor': 'end',
      'aria-hidden': 'true',
    });
    title.append(svg('title', {}, name));
    drawn.append(title, group);
    for (let column = 0; column < columns.length; column++) {
      const count = counts[row * columns.length + column];
      const element = cellOf(nameWidth + column * cellWidth, y, cellWidth, count, most);
      group.append(element);
      marks.push({ element, row, column, words: words(row, column, count), press: () => press(row, column) });
    }
  }
  drawn.append(...legend(nameWidth, headHeight + rows.length * cellHeight + 6, most));
  return { picture: drawn, marks };
}

/** 0 where there is none, else 1 to `steps`: few stay apart from many by their logarithm. */
export function shadeOf(count: number, most: number): number {
  if (count === 0) return 0;
  if (most <= 1) return steps;
  return 1 + Math.min(steps - 1, Math.floor((Math.log(count) / Math.log(most)) * (steps - 1) + 1e-9));
}

function cellOf(x: number, y: number, width: number, count: number, most: number): SVGGElement {
  const box = svg('rect', {
    ...{ x: x + gap / 2, y: y + gap / 2, width: Math.max(1, width - gap), height: cellHeight - gap, rx: 2 },
    class: count === 0 ? 'none' : 'edged',
    ...fillOf(shadeOf(count, most)),
  });
  const cell = svg('g', { class: 'cell' }, box);
  const text = grouped(count);
  if (count > 0 && text.length * letterWidth + 4 <= width)
    cell.append(svgText(x + width / 2, y + 15, text, { 'text-anchor': 'middle' }));
  return cell;
}

function fillOf(shade: number): Readonly<Record<string, string | number>> {
  if (shade === 0) return { fill: 'var(--vscode-foreground)', 'fill-opacity': 0.05 };
  const opacity = leastShade + ((0.62 - leastShade) * (shade - 1)) / (steps - 1);
  return { fill: 'var(--vscode-oddline-chartError)', 'fill-opacity': Number(opacity.toFixed(2)) };
}

function columnNames(columns: readonly string[], from: number, width: number): SVGTextElement[] {
  const longest = columns.reduce((most, name) => Math.max(most, name.length), 0);
  const every = Math.max(1, Math.ceil((longest * letterWidth + nameGap) / width));
  return columns.flatMap((name, column) =>
    column % every === 0
      ? [
          svgText(from + (column + 0.5) * width, 13, name, {
            'text-anchor': 'middle',
            'fill-opacity': 0.8,
            'aria-hidden': 'true',
          }),
        ]
      : [],
  );
}

function legend(x: number, y: number, most: number): SVGElement[] {
  const boxes = Array.from({ length: steps }, (_, step) =>
    svg('rect', {
      x: x + 14 + step * legendWidth,
      y,
      width: legendWidth - 1,
      height: 10,
      ...fillOf(step + 1),
      'aria-hidden': 'true',
    }),
  );
  const text = (at: number, words: string) =>
    svgText(at, y + 9, words, { 'fill-opacity': 0.8, 'aria-hidden': 'true' });
  return [text(x, '1'), ...boxes, text(x + 18 + steps * legendWidth, grouped(most))];
}

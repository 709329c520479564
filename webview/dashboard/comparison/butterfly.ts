import type { ComparedRow } from '../../../src/protocol/dashboard';
import { visibleText } from '../../shared/visible-text';
import { picture, shortened, svg, svgText } from '../svg';
import { changeText, countText } from './comparison-words';

const letterWidth = 6.2;
const headHeight = 20;
const barHeight = 10;
/** What became of the template, in the last column. */
const changeWidth = 52;
const gap = 12;
/** Below it a template's title stands above its bars. */
const narrow = 620;
const nameShare = 0.46;

export interface Butterfly {
  readonly picture: SVGSVGElement;
  readonly marks: readonly { readonly element: SVGGElement; readonly row: ComparedRow }[];
}

interface Layout {
  readonly width: number;
  readonly rowHeight: number;
  readonly nameWidth: number;
  /** From the top of a row: the lines of its title and the middle of its bars. */
  readonly nameAt: number;
  readonly barsAt: number;
  readonly middle: number;
  /** Of the longest bar, and of the longest count beside its end. */
  readonly reach: number;
  readonly countWidth: number;
  /** From the top of a row: where the middle line begins, below a title that stands above the bars. */
  readonly lineTop: number;
}

const changeColours: Readonly<Record<ComparedRow['kind'], string>> = {
  new: 'var(--vscode-oddline-newForeground)',
  shifted: 'var(--vscode-oddline-shiftedForeground)',
  vanished: 'var(--vscode-oddline-vanishedForeground)',
};

/** A row a template: to the left how often the good log has it, to the right how often this one; on a log scale, since one stands beside a million. */
export function butterfly(
  rows: readonly ComparedRow[],
  sides: { readonly good: string; readonly bad: string },
  width: number,
  label: string,
): Butterfly {
  const layout = layoutOf(width, longestCount(rows) * letterWidth + 12);
  const drawn = picture(width, headHeight + rows.length * layout.rowHeight, label);
  const most = rows.reduce((high, { badCount, goodCount }) => Math.max(high, badCount, goodCount), 1);
  const lengthOf = (count: number) => (layout.reach * Math.log1p(count)) / Math.log1p(most);
  const marks = rows.map((row, at) => {
    const y = headHeight + at * layout.rowHeight;
    return { element: rowElement(row, y, layout, lengthOf), row };
  });
  drawn.append(...sideNames(sides, layout), ...marks.map(({ element }) => element));
  return { picture: drawn, marks };
}

function layoutOf(width: number, countWidth: number): Layout {
  const isNarrow = width < narrow;
  const nameWidth = isNarrow ? width : Math.round(width * nameShare);
  const start = isNarrow ? 0 : nameWidth + gap;
  const reach = Math.max(20, (width - start - changeWidth) / 2 - countWidth);
  const middle = start + countWidth + reach;
  const shared = { width, nameWidth, middle, reach, countWidth };
  if (isNarrow) return { ...shared, rowHeight: 42, nameAt: 16, barsAt: 29, lineTop: 21 };
  return { ...shared, rowHeight: 26, nameAt: 17, barsAt: 13, lineTop: 0 };
}

function longestCount(rows: readonly ComparedRow[]): number {
  return rows.reduce(
    (most, { badCount, goodCount }) =>
      Math.max(most, countText(badCount).length, countText(goodCount).length),
    1,
  );
}

function sideNames(
  { good, bad }: { readonly good: string; readonly bad: string },
  { middle, reach, countWidth }: Layout,
): readonly SVGElement[] {
  const letters = Math.floor((reach + countWidth) / letterWidth);
  const quiet = { fill: 'var(--vscode-descriptionForeground)' };
  return [
    svgText(middle - 8, 12, shortened(visibleText(good), letters), { ...quiet, 'text-anchor': 'end' }),
    svgText(middle + 8, 12, shortened(visibleText(bad), letters), quiet),
  ];
}

function rowElement(
  row: ComparedRow,
  y: number,
  layout: Layout,
  lengthOf: (count: number) => number,
): SVGGElement {
  const { width, rowHeight, nameWidth, nameAt, barsAt, middle, lineTop } = layout;
  const colour = changeColours[row.kind];
  const letters = Math.max(4, Math.floor((nameWidth - gap) / letterWidth));
  const bars = y + barsAt;
  return svg(
    'g',
    { class: row.line === null ? 'compared' : 'compared leads' },
    svg('rect', { class: 'ground', x: 0, y, width, height: rowHeight, fill: 'transparent' }),
    svgText(6, y + nameAt, shortened(visibleText(row.title), letters), { 'unicode-bidi': 'isolate' }),
    ...barOf(row.goodCount, middle - lengthOf(row.goodCount), bars, lengthOf(row.goodCount), colour, 0.45),
    ...barOf(row.badCount, middle, bars, lengthOf(row.badCount), colour, 1),
    svgText(middle - lengthOf(row.goodCount) - 6, bars + 4, countText(row.goodCount), {
      'text-anchor': 'end',
      'fill-opacity': row.goodCount === 0 ? 0.7 : 1,
    }),
    svgText(middle + lengthOf(row.badCount) + 6, bars + 4, countText(row.badCount), {
      'fill-opacity': row.badCount === 0 ? 0.7 : 1,
    }),
    svg('line', {
      ...{ x1: middle, x2: middle, y1: y + lineTop, y2: y + rowHeight },
      ...{ stroke: 'var(--vscode-foreground)', 'stroke-opacity': 0.4 },
    }),
    svgText(width - 6, bars + 4, changeText(row), { 'text-anchor': 'end', fill: colour }),
  );
}

function barOf(
  count: number,
  x: number,
  y: number,
  length: number,
  colour: string,
  opacity: number,
): readonly SVGElement[] {
  if (count === 0) return [];
  const place = { x, y: y - barHeight / 2, width: Math.max(1, length), height: barHeight };
  return [svg('rect', { class: 'bar', ...place, fill: colour, 'fill-opacity': opacity, stroke: colour })];
}

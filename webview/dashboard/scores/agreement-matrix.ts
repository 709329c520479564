import { grouped } from '../../../src/protocol/sentence';
import { tell } from '../../shared/tell';
import type { Mark } from '../mark-cursor';
import { picture, svg, svgText } from '../svg';
import { detectorWord } from '../term-words';
import type { DetectorAgreement } from './agreement';

const cellHeight = 30;
const gap = 2;
/** Room for the names, which stand beside the diagonal: the last has the least. */
const nameWidth = 130;
/** Text on the fullest cell is still read well. */
const fullest = 0.4;

export interface AgreementMatrix {
  readonly picture: SVGSVGElement;
  readonly marks: readonly Mark[];
}

interface Cell {
  readonly count: number;
  readonly row: number;
  readonly column: number;
  readonly words: readonly string[];
}

/** How often each two agree: a triangle, each detector named where its row and its column meet. */
export function agreementMatrix(
  rows: readonly DetectorAgreement[],
  flagged: number,
  width: number,
  label: string,
): AgreementMatrix {
  const drawn = picture(width, rows.length * cellHeight + gap, label);
  const wide = Math.max(24, Math.min(56, (width - nameWidth) / Math.max(1, rows.length)));
  const most = rows.reduce((high, { reasons }) => Math.max(high, reasons), 1);
  const marks = rows.flatMap((one, row) => {
    const cells = cellsOf(one, row, flagged);
    const group = svg('g', { role: 'row' });
    const made = cells.map((cell) => ({ ...cell, element: cellElement(cell, wide, most) }));
    group.append(...made.map(({ element }) => element));
    drawn.append(group, nameOf(one, row, wide));
    return made;
  });
  return { picture: drawn, marks };
}

function cellsOf(
  { detector, reasons, alone, pairs }: DetectorAgreement,
  row: number,
  flagged: number,
): Cell[] {
  const shareOf = (count: number) => tell('{0} of {1} records marked', count, grouped(flagged));
  const own = {
    count: reasons,
    row,
    column: row,
    words: [detectorWord(detector), shareOf(reasons), tell('{0} alone', alone)],
  };
  const shared = pairs.map(({ a, b, both }, column) => ({
    count: both,
    row,
    column,
    words: [tell('{0} and {1}', detectorWord(b), detectorWord(a)), shareOf(both)],
  }));
  return [...shared, own];
}

function cellElement({ count, row, column }: Cell, wide: number, most: number): SVGGElement {
  const [x, y] = [gap + column * wide, gap + row * cellHeight];
  const isOwn = row === column;
  const box = svg('rect', {
    ...{ x, y, width: wide - gap, height: cellHeight - gap, rx: 2 },
    fill: isOwn ? 'var(--vscode-foreground)' : 'var(--vscode-oddline-chart1)',
    'fill-opacity': isOwn ? 0.08 : 0.04 + (fullest * count) / most,
  });
  const text = svgText(x + (wide - gap) / 2, y + cellHeight / 2 + 3, shortCount(count), {
    'text-anchor': 'middle',
    'fill-opacity': count === 0 ? 0.6 : 1,
  });
  return svg('g', { class: 'cell' }, box, text);
}

function nameOf({ detector, alone }: DetectorAgreement, row: number, wide: number): SVGTextElement {
  const text = svgText(gap + (row + 1) * wide + 6, gap + row * cellHeight + cellHeight / 2 + 3, '');
  text.append(svg('tspan', {}, detectorWord(detector)));
  if (alone > 0) text.append(svg('tspan', { dx: 6, 'fill-opacity': 0.75 }, tell('{0} alone', alone)));
  return text;
}

/** Four digits have room: 12,408 is `12k`. */
function shortCount(count: number): string {
  if (count < 10_000) return grouped(count);
  return count < 1e6 ? `${Math.floor(count / 1e3)}k` : `${(count / 1e6).toPrecision(2)}M`;
}

import type { Lane, Lanes } from '../../../src/protocol/log-shape';
import { severityColours } from '../colours';
import type { Mark } from '../mark-cursor';
import { picture, shortened, svg, svgText } from '../svg';
import { severityNames } from '../terms';

export const rowHeight = 24;
const letterWidth = 6.5;
const figuresWidth = 96;
const nameShare = 0.3;
const barHeight = 14;
const errorMark = 1;
const firstSeverityMark = 2;

export interface DrawnLanes {
  readonly picture: SVGSVGElement;
  readonly marks: readonly Mark[];
  /** From the left: where the strips begin. */
  readonly stripStart: number;
}

export interface LaneMarks {
  /** Of a bin, or of the lane's name where it is -1. */
  readonly words: (lane: number, bin: number) => readonly string[];
  readonly press: (lane: number, bin: number) => void;
}

/** One lane a row: its name, its records as a strip of bins, what stands out on it by shape and colour. */
export function drawLanes(
  shown: Lanes,
  width: number,
  label: string,
  { words, press }: LaneMarks,
): DrawnLanes {
  const { lanes, bins } = shown;
  const count = bins?.count ?? 0;
  const longest = lanes.reduce((most, { name }) => Math.max(most, name.length), 0);
  const nameWidth = Math.min(width * nameShare, longest * letterWidth + 12);
  const stripStart = nameWidth + figuresWidth;
  const binWidth = count === 0 ? 0 : (width - stripStart) / count;
  const drawn = picture(width, lanes.length * rowHeight, label);
  const marks: Mark[] = [];
  for (const [at, lane] of lanes.entries()) {
    const y = at * rowHeight;
    const group = svg('g', { role: 'row' });
    const name = nameCell(lane, y, nameWidth);
    group.append(name);
    marks.push({ element: name, row: at, column: 0, words: words(at, -1), press: () => press(at, -1) });
    drawn.append(figures(lane, nameWidth, y), group);
    const most = highest(shown.counts, at, count);
    for (let bin = 0; bin < count; bin++) {
      const records = shown.counts[at * count + bin];
      if (records === 0) continue;
      const mark = shown.marks[at * count + bin];
      const element = binCell(stripStart + bin * binWidth, y, binWidth, records / most, mark);
      group.append(element);
      marks.push({ element, row: at, column: bin + 1, words: words(at, bin), press: () => press(at, bin) });
    }
  }
  return { picture: drawn, marks, stripStart };
}

function nameCell({ name, worst }: Lane, y: number, width: number): SVGGElement {
  const text = svgText(8, y + 16, shortened(name, Math.max(1, Math.floor((width - 12) / letterWidth))));
  text.append(svg('title', {}, name));
  const bar = svg('rect', {
    ...{ x: 0, y: y + 4, width: 3, height: rowHeight - 8 },
    fill: worst === null ? 'none' : severityColours[worst],
  });
  const ground = svg('rect', { x: 0, y, width, height: rowHeight, fill: 'transparent' });
  return svg('g', { class: 'cell' }, ground, bar, text);
}

/** Records, and what of them is wrong. */
function figures({ records, findings, errors }: Lane, x: number, y: number): SVGGElement {
  const at = (right: number, text: string, colour: string) =>
    svgText(x + right, y + 16, text, { 'text-anchor': 'end', fill: colour });
  const wrong = findings > 0 ? findings : errors;
  return svg(
    'g',
    { 'aria-hidden': 'true' },
    at(48, short(records), 'var(--vscode-descriptionForeground)'),
    at(
      86,
      wrong > 0 ? short(wrong) : '',
      findings > 0 ? 'var(--vscode-oddline-highForeground)' : 'var(--vscode-oddline-chartError)',
    ),
  );
}

/** The more records, the stronger; what stands out is a bar of full height in its colour. */
function binCell(x: number, y: number, width: number, share: number, mark: number): SVGGElement {
  const wide = Math.max(2, width - 0.5);
  const top = y + (rowHeight - barHeight) / 2;
  const usual = svg('rect', {
    ...{ x, y: top + barHeight / 4, width: wide, height: barHeight / 2 },
    fill: 'var(--vscode-oddline-chart1)',
    'fill-opacity': Number((0.25 + 0.6 * Math.sqrt(share)).toFixed(2)),
  });
  const cell = svg('g', { class: 'cell' }, usual);
  if (mark < errorMark) return cell;
  const colour =
    mark === errorMark
      ? 'var(--vscode-oddline-chartError)'
      : severityColours[severityNames[mark - firstSeverityMark]];
  cell.append(
    svg('rect', { x, y: top, width: Math.max(3, wide), height: barHeight, fill: colour, class: 'edged' }),
  );
  return cell;
}

function highest(counts: Uint32Array, lane: number, bins: number): number {
  return counts.subarray(lane * bins, (lane + 1) * bins).reduce((most, count) => Math.max(most, count), 1);
}

/** Four digits have room. */
function short(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1e6 ? `${Math.floor(count / 1e3)}k` : `${(count / 1e6).toPrecision(2)}M`;
}

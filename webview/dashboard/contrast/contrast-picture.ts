import type { Contrasted } from '../../../src/protocol/log-shape';
import { picture, shortened, svg, svgText } from '../svg';
import { barOf } from './contrast-bar';
import { ratioText, subjectText } from './contrast-words';

const width = 900;
const rowHeight = 22;
const nameWidth = 430;
const barWidth = 280;
const mostRows = 20;

/** The strongest as bars from a middle line. */
export function contrastPicture(contrasts: readonly Contrasted[], label: string): SVGSVGElement {
  const rows = contrasts.slice(0, mostRows);
  const height = rows.length * rowHeight + 8;
  const made = picture(width, height, label);
  const middle = nameWidth + barWidth / 2;
  for (const [i, one] of rows.entries()) {
    const y = i * rowHeight + 4;
    const { from, length } = barOf(one);
    const colour =
      one.direction === 'over' ? 'var(--vscode-oddline-chartError)' : 'var(--vscode-oddline-chartInfo)';
    made.append(
      svgText(nameWidth - 12, y + 15, shortened(subjectText(one), 62), { 'text-anchor': 'end' }),
      svg('rect', {
        x: nameWidth + from * barWidth,
        y: y + 4,
        width: length * barWidth,
        height: rowHeight - 8,
        fill: colour,
      }),
      svgText(nameWidth + barWidth + 12, y + 15, ratioText(one)),
    );
  }
  made.append(
    svg('line', { x1: middle, x2: middle, y1: 0, y2: height, stroke: 'currentColor', 'stroke-opacity': 0.4 }),
  );
  return made;
}

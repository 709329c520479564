import type { ParameterSeries } from '../../../src/protocol/log-shape';
import { grouped } from '../../../src/protocol/sentence';
import { visibleText } from '../../shared/visible-text';
import { picture, shortened, svg, svgText } from '../svg';

type TopValues = ParameterSeries['top'];

const rowHeight = 24;
const countWidth = 64;
const pixelsPerCharacter = 6.4;
const mostBars = 8;

export interface ValueBars {
  readonly picture: SVGSVGElement;
  /** By value. */
  readonly rows: readonly SVGGElement[];
}

/** Values shared by fewer of those looked at are as good as each their own. */
const commonShare = 0.01;

/** The values worth a bar; all of them are in the table. None where hardly one comes again. */
export function commonValues({ top, lookedAt, distinct }: ParameterSeries): TopValues {
  const isSpread = distinct > top.length && (top[0]?.count ?? 0) < commonShare * lookedAt;
  return isSpread ? [] : top.slice(0, mostBars);
}

/** The commonest values, a bar each. */
export function valueBars(top: TopValues, width: number, label: string): ValueBars {
  const drawn = picture(width, Math.max(1, top.length) * rowHeight, label);
  const longest = top.reduce((most, { value }) => Math.max(most, value.length), 0);
  const nameWidth = Math.min(width * 0.4, longest * pixelsPerCharacter + 12);
  const most = top.reduce((high, { count }) => Math.max(high, count), 1);
  const room = Math.max(10, width - nameWidth - countWidth);
  const rows = top.map(({ value, count }, i) => {
    const y = i * rowHeight;
    const bar = Math.max(1, (room * count) / most);
    const name = shortened(visibleText(value), Math.max(6, Math.floor(nameWidth / pixelsPerCharacter) - 1));
    return svg(
      'g',
      { class: 'value' },
      svg('rect', { class: 'stretch', x: 0, y, width, height: rowHeight, 'fill-opacity': 0 }),
      svgText(0, y + 16, name, { 'unicode-bidi': 'isolate' }),
      svg('rect', {
        ...{ x: nameWidth, y: y + 6, width: bar, height: 12, rx: 1 },
        fill: 'var(--vscode-oddline-chart1)',
        'fill-opacity': 0.7,
      }),
      svgText(nameWidth + bar + 6, y + 16, grouped(count), { 'fill-opacity': 0.8 }),
    );
  });
  drawn.append(...rows);
  return { picture: drawn, rows };
}

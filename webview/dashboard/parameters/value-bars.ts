import type { ParameterSeries } from '../../../src/protocol/log-shape';
import { grouped } from '../../../src/protocol/sentence';
import { visibleText } from '../../shared/visible-text';
import { picture, shortened, svg, svgText } from '../svg';

type TopValues = ParameterSeries['top'];

const rowHeight = 24;
const countWidth = 64;
const pixelsPerCharacter = 6.4;

export interface ValueBars {
  readonly picture: SVGSVGElement;
  /** By value. */
  readonly rows: readonly SVGGElement[];
}

/** The commonest values, a bar each. */
export function valueBars(top: TopValues, width: number, label: string): ValueBars {
  const drawn = picture(width, Math.max(1, top.length) * rowHeight, label);
  const nameWidth = Math.min(220, width * 0.4);
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
        ...{ x: nameWidth, y: y + 5, width: bar, height: 14, rx: 1 },
        fill: 'var(--vscode-oddline-chart1)',
      }),
      svgText(nameWidth + bar + 6, y + 16, grouped(count), { 'fill-opacity': 0.8 }),
    );
  });
  drawn.append(...rows);
  return { picture: drawn, rows };
}

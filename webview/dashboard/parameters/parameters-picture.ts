import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { picture, shortened, svg, svgText } from '../svg';
import { parameterPicture } from './parameter-panel';
import { type ChartedParameter, nameText, valuesText } from './parameter-words';

const width = 720;
const margin = 10;
const headHeight = 46;
const nameHeight = 26;
const gap = 14;
const mostCharacters = 105;

export interface PicturedTemplate {
  readonly title: string;
  readonly charted: readonly ChartedParameter[];
  readonly zone: string;
  /** Read in its place. */
  readonly label: string;
}

/** All charts of a template below each other, each under its name. */
export function parametersPicture({ title, charted, zone, label }: PicturedTemplate): SVGSVGElement {
  const inner = width - 2 * margin;
  const charts = charted.map((one) => ({ one, chart: parameterPicture(one, zone, inner) }));
  const tallOf = (chart: SVGSVGElement) => nameHeight + Number(chart.getAttribute('height')) + gap;
  const height = charts.reduce((sum, { chart }) => sum + tallOf(chart), headHeight);
  const whole = picture(width, height, label);
  whole.append(
    svgText(margin, 18, shortened(visibleText(title), mostCharacters), { 'font-size': 12 }),
    svgText(margin, 34, tell('Line: median; dashed: 90th percentile; band: lowest to highest'), faint),
  );
  let top = headHeight;
  for (const { one, chart } of charts) {
    const name = shortened(`${nameText(one)}: ${valuesText(one)}`, mostCharacters);
    const drawn = svg('g', { transform: `translate(${margin} ${top + nameHeight})` }, ...chart.childNodes);
    whole.append(svgText(margin, top + 16, name, { 'font-weight': 600, 'font-size': 12 }), drawn);
    top += tallOf(chart);
  }
  return whole;
}

const faint = { 'fill-opacity': 0.8 };

import { picture, shortened, svg, svgText } from '../svg';
import { parameterPicture } from './parameter-panel';
import { type ChartedParameter, nameText, valuesText } from './parameter-words';

const width = 720;
const headHeight = 26;
const gap = 14;
const mostCharacters = 110;

/** All charts of a template below each other, each under its name. */
export function parametersPicture(
  charted: readonly ChartedParameter[],
  zone: string,
  label: string,
): SVGSVGElement {
  const drawn = charted.map((one) => ({ one, chart: parameterPicture(one, zone, width) }));
  const tallOf = (chart: SVGSVGElement) => headHeight + Number(chart.getAttribute('height')) + gap;
  const whole = picture(
    width,
    drawn.reduce((sum, { chart }) => sum + tallOf(chart), 0),
    label,
  );
  let top = 0;
  for (const { one, chart } of drawn) {
    const heading = shortened(`${nameText(one)}: ${valuesText(one)}`, mostCharacters);
    whole.append(
      svgText(0, top + 16, heading, { 'font-weight': 600, 'font-size': 12 }),
      svg('g', { transform: `translate(0 ${top + headHeight})` }, ...chart.childNodes),
    );
    top += tallOf(chart);
  }
  return whole;
}

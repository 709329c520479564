import type { ViewLine } from '../../../src/protocol/log-lines';
import { grouped } from '../../../src/protocol/sentence';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { type Mark, markCursor } from '../mark-cursor';
import type { Tooltip } from '../tooltip';
import { numberChart } from './number-chart';
import type { NumberSeries } from './number-shape';
import { type ChartedParameter, nameText, stretchWords, valuesText } from './parameter-words';
import { commonValues, valueBars } from './value-bars';

export interface PanelParts {
  readonly zone: string;
  readonly width: number;
  readonly tooltip: Tooltip;
  readonly reveal: (line: ViewLine) => void;
}

/** One parameter: its name, how far its values go, and its chart. */
export function parameterPanel(charted: ChartedParameter, parts: PanelParts): HTMLElement {
  const { numbers } = charted.series;
  const chart = numbers ? numberSurface(charted, numbers, parts) : barSurface(charted, parts);
  return element('div', { class: 'parameter' }, element('h3', {}, ...headingOf(charted)), chart);
}

/** Those there is nothing to draw of, a line each. */
export function parameterRest(rest: readonly ChartedParameter[]): HTMLElement {
  const items = rest.map((one) => element('li', {}, ...headingOf(one)));
  return element('ul', { class: 'parameter-rest' }, ...items);
}

function headingOf(charted: ChartedParameter): readonly HTMLElement[] {
  const name = nameText(charted);
  const values = element('span', { class: 'parameter-values' }, valuesText(charted));
  return [element('bdi', { title: name }, name), values];
}

/** The picture alone, as it is saved. */
export function parameterPicture(charted: ChartedParameter, zone: string, width: number): SVGSVGElement {
  const { numbers } = charted.series;
  return numbers
    ? numberChart(numbers, zone, width, nameText(charted)).picture
    : valueBars(commonValues(charted.series), width, nameText(charted)).picture;
}

function numberSurface(charted: ChartedParameter, numbers: NumberSeries, parts: PanelParts): SVGSVGElement {
  const { zone, width, tooltip, reveal } = parts;
  const name = nameText(charted);
  const { picture, stretches } = numberChart(numbers, zone, width, name);
  const marks: Mark[] = [];
  for (const [bin, stretch] of stretches.entries()) {
    if (!stretch) continue;
    const press = () => reveal(numbers.lineOfMax[bin] as ViewLine);
    marks.push({ element: stretch, row: 0, column: bin, words: stretchWords(numbers, bin, zone), press });
  }
  const label = tell('{0} over time: Enter goes to the highest value', name);
  markCursor({ surface: picture, label, role: 'listbox', marks, tooltip });
  return picture;
}

function barSurface(charted: ChartedParameter, { width, tooltip, reveal }: PanelParts): SVGSVGElement {
  const { series } = charted;
  const name = nameText(charted);
  const common = commonValues(series);
  const { picture, rows } = valueBars(common, width, name);
  const marks = common.map(({ value, count, line }, row) => ({
    element: rows[row],
    row,
    column: 0,
    words: [value, tell('{0} of {1} looked at', count, grouped(series.lookedAt))],
    press: () => reveal(line),
  }));
  const label = tell('Commonest values of {0}: Enter goes to the first line', name);
  markCursor({ surface: picture, label, role: 'listbox', marks, tooltip });
  return picture;
}

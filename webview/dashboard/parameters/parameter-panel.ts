import type { ViewLine } from '../../../src/protocol/log-lines';
import { grouped } from '../../../src/protocol/sentence';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { type Mark, markCursor } from '../mark-cursor';
import type { Tooltip } from '../tooltip';
import { numberChart } from './number-chart';
import type { NumberSeries } from './number-shape';
import { type ChartedParameter, stretchWords, valuesText } from './parameter-words';
import { commonValues, valueBars } from './value-bars';

export interface PanelParts {
  readonly zone: string;
  readonly width: number;
  readonly tooltip: Tooltip;
  readonly reveal: (line: ViewLine) => void;
}

/** One parameter: its name, how far its values go, and its chart. */
export function parameterPanel(charted: ChartedParameter, parts: PanelParts): HTMLElement {
  const { parameter, series } = charted;
  const heading = element(
    'h3',
    { title: visibleText(parameter.name) },
    element('bdi', {}, visibleText(parameter.name)),
    element('span', { class: 'parameter-values' }, visibleText(valuesText(charted))),
  );
  const panel = element('div', { class: 'parameter' }, heading);
  if (series.lookedAt === 0)
    panel.append(element('p', { class: 'hint' }, tell('No record of it lies in the range.')));
  else if (series.numbers) panel.append(numberSurface(charted, series.numbers, parts));
  else if (commonValues(series).length > 0) panel.append(barSurface(charted, parts));
  else panel.append(element('p', { class: 'hint' }, tell('Nearly every value is another: none is common.')));
  return panel;
}

/** The picture alone, as it is saved. */
export function parameterPicture(
  { parameter, series }: ChartedParameter,
  zone: string,
  width: number,
): SVGSVGElement {
  const { numbers } = series;
  return numbers
    ? numberChart(numbers, zone, width, parameter.name).picture
    : valueBars(commonValues(series), width, parameter.name).picture;
}

function numberSurface(charted: ChartedParameter, numbers: NumberSeries, parts: PanelParts): SVGSVGElement {
  const { zone, width, tooltip, reveal } = parts;
  const { name } = charted.parameter;
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

function barSurface(
  { parameter, series }: ChartedParameter,
  { width, tooltip, reveal }: PanelParts,
): SVGSVGElement {
  const common = commonValues(series);
  const { picture, rows } = valueBars(common, width, parameter.name);
  const marks = common.map(({ value, count, line }, row) => ({
    element: rows[row],
    row,
    column: 0,
    words: [value, tell('{0} of {1} looked at', count, grouped(series.lookedAt))],
    press: () => reveal(line),
  }));
  const label = tell('Commonest values of {0}: Enter goes to the first line', parameter.name);
  markCursor({ surface: picture, label, role: 'listbox', marks, tooltip });
  return picture;
}

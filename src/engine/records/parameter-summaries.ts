import type { Parameter, TemplateParameters } from '../model/analysis';
import type { RecordIndex, TemplateId } from '../model/units';
import { ParameterValues } from '../templates/parameter-summary';
import type { RecordCutter } from './record-cutter';
import type { SourceTexts } from './source-texts';

/** What the values of a template's parameters look like, cut from the bytes of `sample`, some of its `total` records. */
export function summariseParameters(
  parameters: readonly Parameter[],
  sample: ArrayLike<RecordIndex>,
  total: number,
  cutter: RecordCutter,
  texts: SourceTexts,
): TemplateParameters {
  const gathered = parameters.map((parameter) => new ParameterValues(parameter));
  if (parameters.length > 0) {
    for (let i = 0; i < sample.length; i++) {
      const values = cutter.values(sample[i], texts);
      for (const [k, value] of values.entries()) gathered[k]?.add(value);
    }
  }
  const isWhole = sample.length === total;
  return {
    records: total,
    lookedAt: sample.length,
    parameters: gathered.map((values) => values.summary(isWhole)),
  };
}

/** The parameters of one template after another. */
export type ParametersOf = (template: TemplateId) => TemplateParameters;

import type { Parameter, RecordParameters, TemplateParameters } from '../model/analysis';
import type { RecordIndex, TemplateId } from '../model/units';
import { ParameterValues } from '../templates/parameter-summary';
import type { RecordCutter } from './record-cutter';
import type { SourceTexts } from './source-texts';

/** Records of one template that are looked at, of its `total` in the log. */
export interface ParameterSample {
  readonly parameters: readonly Parameter[];
  readonly records: ArrayLike<RecordIndex>;
  readonly total: number;
}

/** About 5 ms of cutting. */
const recordsAStep = 512;

/** What the values of a template's parameters look like, cut from the bytes of the records; yields the share done. */
export function* summariseParameters(
  sample: ParameterSample,
  cutter: RecordCutter,
  texts: SourceTexts,
): Generator<number, TemplateParameters> {
  return summaryOf(sample, yield* gather(sample, cutter, texts));
}

/** The same, and where the values of one `record` of the template stand among them. */
export function* standingParameters(
  record: RecordIndex,
  template: TemplateId,
  sample: ParameterSample,
  cutter: RecordCutter,
  texts: SourceTexts,
): Generator<number, RecordParameters> {
  const gathered = yield* gather(sample, cutter, texts);
  const values = cutter.values(record, texts);
  const standings = gathered.map((one, k) => one.standing(values[k] ?? ''));
  return { ...summaryOf(sample, gathered), template, standings };
}

function* gather(
  { parameters, records }: ParameterSample,
  cutter: RecordCutter,
  texts: SourceTexts,
): Generator<number, ParameterValues[]> {
  const gathered = parameters.map((parameter) => new ParameterValues(parameter));
  if (parameters.length === 0) return gathered;
  for (let i = 0; i < records.length; i++) {
    const values = cutter.values(records[i], texts);
    for (const [k, value] of values.entries()) gathered[k]?.add(value);
    if ((i + 1) % recordsAStep === 0) yield (i + 1) / records.length;
  }
  return gathered;
}

function summaryOf(
  { records, total }: ParameterSample,
  gathered: readonly ParameterValues[],
): TemplateParameters {
  const isWhole = records.length === total;
  return {
    records: total,
    lookedAt: records.length,
    parameters: gathered.map((values) => values.summary(isWhole)),
  };
}

/** The parameters of one template after another. */
export type ParametersOf = (template: TemplateId) => TemplateParameters;

/** Of one template after another; `sampleOf` finds the records. */
export function parametersOfAll(
  sampleOf: (template: TemplateId) => ParameterSample,
  cutter: RecordCutter,
  texts: SourceTexts,
): ParametersOf {
  return (template) => {
    const steps = summariseParameters(sampleOf(template), cutter, texts);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  };
}

import type { TemplateParameters } from '../../engine/model/analysis';
import type { TemplateId } from '../../engine/model/units';
import type { NamedParameter } from '../../protocol/dashboard';
import type { AnalysedLog } from '../shared/analyses';
import { tokenInContext } from '../shared/template-title';

/** Each by the words that stand before it. */
export function namedParameters(
  { report }: Pick<AnalysedLog, 'report'>,
  template: TemplateId,
  { parameters }: TemplateParameters,
): readonly NamedParameter[] {
  const pieces = report.templates.find(({ id }) => id === template)?.pieces ?? [];
  return parameters.map((parameter) => ({
    ...parameter,
    name: tokenInContext(pieces, parameter.position) || `<${parameter.type}>`,
  }));
}

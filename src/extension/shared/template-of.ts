import type { TemplateSummary } from '../../engine/model/analysis';
import type { TemplateId } from '../../engine/model/units';
import type { AnalysisReport } from '../../protocol/analysis';

const byReport = new WeakMap<AnalysisReport, ReadonlyMap<TemplateId, TemplateSummary>>();

/** A search through 200,000 templates for every row would be felt. */
export function templateOf(report: AnalysisReport, id: TemplateId): TemplateSummary | undefined {
  let templates = byReport.get(report);
  if (!templates) {
    templates = new Map(report.templates.map((template) => [template.id, template]));
    byReport.set(report, templates);
  }
  return templates.get(id);
}

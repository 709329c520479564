import type { TemplateSummary } from '../../engine/model/analysis';
import type { TemplateId } from '../../engine/model/units';
import type { AnalysisReport } from '../../protocol/analysis';

/** Constant text shorter than this may stand in the header too. */
const shortestAnchor = 3;

/**
 * The message of a line without its header (time, level, process), which would fill a narrow tree with the
 * same characters in every row. Found by the first constant words of its template; the whole line where the
 * template begins with a variable or its words are not in the excerpt.
 */
export function messageOf(excerpt: string, pattern: string | undefined): string {
  const anchor = pattern?.split('<', 1)[0].trimEnd() ?? '';
  if (anchor.length < shortestAnchor) return excerpt;
  const start = excerpt.indexOf(anchor);
  return start < 0 ? excerpt : excerpt.slice(start);
}

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

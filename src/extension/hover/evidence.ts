import type { TemplateSummary } from '../../engine/model/analysis';
import type { Evidence } from '../../engine/model/finding';

/** Without bare notes at the places the sentence on the template names and links to anyway. */
export function beyondTemplate(
  evidence: readonly Evidence[],
  template: TemplateSummary | undefined,
): readonly Evidence[] {
  return evidence.filter(({ source, line, note }) => {
    if (!template || note.values.length > 0) return true;
    const isFirst = source === template.source && line === template.firstLine;
    return !isFirst && !(source === template.lastSource && line === template.lastLine);
  });
}

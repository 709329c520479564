import type { MinedTemplates } from '../../features/mined-templates';
import type { TemplateStatistics } from '../../features/template-statistics';
import type { Evidence, Sentence } from '../../model/finding';
import type { LineIndex, RecordIndex, TemplateId } from '../../model/units';

/** A pattern can be as long as its line; in a sentence its beginning is enough to know it by. */
const shownPattern = 100;

/** A note on the line a record begins on. */
export function noteOn(record: RecordIndex, note: Sentence, { records }: TemplateStatistics): Evidence {
  const line = records.lineNumber(records.firstLine.get(record) as LineIndex);
  return { source: records.sourceOfRecord(record), line, note };
}

/** Patterns as sentences show them; thousands of findings name the same few. */
export class ShownTemplates {
  private readonly known = new Map<TemplateId, string>();

  constructor(private readonly mined: MinedTemplates) {}

  of(template: TemplateId): string {
    const shown = this.known.get(template) ?? beginningOf(this.mined.template(template).pattern);
    this.known.set(template, shown);
    return shown;
  }
}

function beginningOf(pattern: string): string {
  if (pattern.length <= shownPattern) return pattern;
  const cut = pattern.lastIndexOf(' ', shownPattern);
  return `${pattern.slice(0, cut > 0 ? cut : shownPattern)} …`;
}

/** The last at or before `record`, else the first; `examples` ascend and are not empty. */
export function nearestOf(examples: readonly RecordIndex[], record: RecordIndex): RecordIndex {
  return examples.findLast((example) => example <= record) ?? examples[0];
}

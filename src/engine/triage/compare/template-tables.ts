import { templatesOfSignatures } from '../../features/mined-templates';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SignatureId, SourceIndex, TemplateId } from '../../model/units';

const never = 0xffffffff;

/** How many records of one source each template has, and the first of them; 8 bytes a template. */
export interface TemplateCounts {
  readonly source: SourceIndex;
  /** By template. */
  readonly counts: Uint32Array;
  /** By template; only where it has any. */
  readonly firstRecords: Uint32Array;
}

export interface ComparedTemplates {
  readonly signatureCount: number;
  templateOf(signature: SignatureId): TemplateId;
  template(id: TemplateId): { readonly name?: string; readonly pattern: string };
}

/** Counts the templates of each source. */
export function templateCounts(
  records: RecordTable,
  mined: ComparedTemplates,
  sources: readonly SourceIndex[],
): TemplateCounts[] {
  const templates = templatesOfSignatures(mined);
  const limit = templates.reduce((most, id) => Math.max(most, id + 1), 0);
  return sources.map((source) => {
    const counts = new Uint32Array(limit);
    const firstRecords = new Uint32Array(limit).fill(never);
    const { firstRecord, records: count } = records.sources[source];
    for (let record = firstRecord as number; record < firstRecord + count; record++) {
      const template = templates[records.signature.get(record)];
      counts[template]++;
      if (firstRecords[template] === never) firstRecords[template] = record;
    }
    return { source, counts, firstRecords };
  });
}

/** Templates of a source in the order they first come. */
export function inOrder({ counts, firstRecords }: TemplateCounts): TemplateId[] {
  const ids: TemplateId[] = [];
  counts.forEach((count, id) => {
    if (count > 0) ids.push(id as TemplateId);
  });
  return ids.sort((a, b) => firstRecords[a] - firstRecords[b]);
}

export function firstRecordOf({ firstRecords }: TemplateCounts, template: TemplateId): RecordIndex {
  return firstRecords[template] as RecordIndex;
}

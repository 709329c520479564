import type { ResolvedLabels } from '../../labels/resolve/resolved-labels';
import type { Analysis } from '../../model/analysis';
import type { Finding } from '../../model/finding';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../../model/units';
import type { LogScoring } from '../../shape/score-shape';
import { at } from '../../triage/progress';
import { type LabelledLines, RecordMarks } from './record-marks';
import type { MarkedTemplates } from './sequence-marks';

/** What is known of the records of a log. */
export interface GivenLabels {
  /** Of a file of labels. */
  readonly lines: readonly LabelledLines[];
  /** Findings a person called normal: what repeats them is normal, too, where no label says otherwise. */
  readonly calledNormal: readonly Finding[];
  /** Whether what the engine found counts as anomalous where no person says otherwise. */
  readonly takesFindings: boolean;
}

export interface MarkingInput {
  readonly records: RecordTable;
  readonly templates: MarkedTemplates;
  readonly analysis: Pick<Analysis, 'findings'>;
  /** What people said, as it is kept. */
  readonly labels: ResolvedLabels;
  /** Asked for only where findings are taken. */
  readonly scoring: () => LogScoring;
}

const stepRecords = 1 << 13;

/**
 * What is said of each record; a file of labels goes before what the store holds, that before what was found. Yields the share done.
 */
export function* markRecords(
  { lines, calledNormal, takesFindings }: GivenLabels,
  input: MarkingInput,
): Generator<number, RecordMarks> {
  const marks = new RecordMarks(input.records);
  if (takesFindings) yield* markFound(marks, input);
  yield* markNormalFindings(marks, calledNormal, input);
  yield* at(1, marks.stored(input.labels));
  yield* at(1, marks.labelled(lines));
  return marks;
}

/** Every record that reaches the threshold, those that only repeat a finding, too; its category is that of its template's finding. */
function* markFound(
  marks: RecordMarks,
  { records, templates, analysis, scoring }: MarkingInput,
): Generator<number> {
  const { fusion, detectors, isNormal, threshold } = scoring();
  const categories = new Map(analysis.findings.map(({ templateId, category }) => [templateId, category]));
  const scores = new Float64Array(detectors.length);
  for (const { role, firstRecord, records: count } of records.sources) {
    if (role !== 'log') continue;
    for (let record: number = firstRecord; record < firstRecord + count; record++) {
      for (const [i, detector] of detectors.entries()) scores[i] = detector.scoreOf(record as RecordIndex);
      const score = fusion.scoreFrom(scores);
      if (score > 0 && score >= threshold && !isNormal(record as RecordIndex)) {
        const template = templates.templateOf(records.signature.get(record) as SignatureId);
        marks.found(record as RecordIndex, categories.get(template) ?? null);
      }
      if (record % stepRecords === 0) yield record / records.recordCount;
    }
  }
}

interface TemplateRange {
  readonly first: number;
  readonly last: number;
  readonly template: TemplateId;
}

/** Findings and what repeats them: records of a finding's template up to the last of them. One pass, however many there are. */
function* markNormalFindings(
  marks: RecordMarks,
  findings: readonly Finding[],
  { records, templates }: MarkingInput,
): Generator<number> {
  const ranges = findings.flatMap((finding) => rangeOf(finding, records)).sort((a, b) => a.first - b.first);
  /** By template the last record of the ranges that have begun. */
  const until = new Map<TemplateId, number>();
  let next = 0;
  for (let record = ranges[0]?.first ?? records.recordCount; record < records.recordCount; record++) {
    for (; next < ranges.length && ranges[next].first <= record; next++) {
      const { template, last } = ranges[next];
      until.set(template, Math.max(until.get(template) ?? last, last));
    }
    const template = templates.templateOf(records.signature.get(record) as SignatureId);
    if (record <= (until.get(template) ?? -1)) marks.calledNormal(record as RecordIndex);
    if (record % stepRecords === 0) yield record / records.recordCount;
  }
}

function rangeOf({ source, line, templateId, repeats }: Finding, records: RecordTable): TemplateRange[] {
  const first = recordAt(records, source, line);
  const last = recordAt(records, repeats.source, repeats.line);
  return first === undefined || last === undefined ? [] : [{ first, last, template: templateId }];
}

export function recordAt(
  records: RecordTable,
  source: Finding['source'],
  line: Finding['line'],
): RecordIndex | undefined {
  const index = records.lineOfNumber(source, line);
  return index === undefined ? undefined : records.recordOfLine(index);
}

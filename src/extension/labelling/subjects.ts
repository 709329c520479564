import type { IncidentSubject, LabelSubject, RecordSubject } from '../../engine/labels/label';
import type { LabelChoices } from '../../engine/labels/label-report';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { Sentence } from '../../engine/model/finding';
import type { Incident } from '../../engine/model/incident';
import { identityOf } from '../../node/store/label-subjects';
import type { ReportedFinding } from '../../protocol/analysis';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog } from '../shared/analyses';
import { templateOf } from '../shared/template-of';

export type SubjectScope = 'record' | 'template' | 'session' | 'incident';

/** Something a label can speak of, and how much of the log that is. */
export interface SubjectOption {
  readonly scope: SubjectScope;
  readonly subjects: readonly LabelSubject[];
  readonly title: Sentence;
  /** Text of the log that says which: plain. */
  readonly detail: string;
}

/** A finding's id is its record's. */
export function recordOfFinding(
  finding: ReportedFinding,
  { report }: Pick<AnalysedLog, 'report'>,
): RecordSubject {
  const template = templateOf(report, finding.templateId)?.pattern ?? '';
  return { kind: 'record', ...identityOf(finding), template };
}

export function lineOption(subject: RecordSubject, excerpt: string): SubjectOption {
  const title = { pattern: 'This line only', values: [] };
  return { scope: 'record', subjects: [subject], title, detail: excerpt };
}

export function recordsOption(subjects: readonly RecordSubject[]): SubjectOption {
  const title = counted(
    subjects.length,
    'The 1 record that is selected',
    'The {0} records that are selected',
  );
  return { scope: 'record', subjects, title, detail: '' };
}

export function templateOption(
  template: Pick<TemplateSummary, 'pattern' | 'pieces'>,
  records: number,
): SubjectOption {
  const { pattern, pieces } = template;
  const title = counted(records, 'The template: 1 record so far', 'The template: all {0} records');
  return { scope: 'template', subjects: [{ kind: 'template', pattern, pieces }], title, detail: pattern };
}

export function sessionOption({
  subject,
  name,
  sessions,
  records,
}: NonNullable<LabelChoices['session']>): SubjectOption {
  const title: Sentence = {
    pattern: 'Sessions of this shape: {0}, with {1} records',
    values: [sessions, records],
  };
  return { scope: 'session', subjects: [subject], title, detail: name };
}

/** Undefined where none of its findings is in the report any more. */
export function incidentOption(
  incident: Pick<Incident, 'id' | 'findings'>,
  { report }: Pick<AnalysedLog, 'report'>,
  detail: string,
): SubjectOption | undefined {
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const findings = incident.findings.flatMap((id) => {
    const finding = byId.get(id);
    return finding ? [identityOf(finding)] : [];
  });
  if (findings.length === 0) return undefined;
  const subject: IncidentSubject = { kind: 'incident', id: incident.id, findings };
  const title = counted(findings.length, 'The incident: 1 finding', 'The incident: {0} findings');
  return { scope: 'incident', subjects: [subject], title, detail };
}

/** What a label on a selection can speak of besides its records: their templates. */
export function templatesOption(
  records: readonly RecordSubject[],
  { report }: Pick<AnalysedLog, 'report'>,
): SubjectOption | undefined {
  const patterns = new Set(records.map(({ template }) => template));
  const templates = report.templates.filter(({ pattern }) => patterns.has(pattern));
  if (templates.length === 0) return undefined;
  const all = templates.reduce((sum, { count }) => sum + count, 0);
  return {
    scope: 'template',
    subjects: templates.map(({ pattern, pieces }) => ({ kind: 'template', pattern, pieces })),
    title: { pattern: 'All records of their {0} templates: {1}', values: [templates.length, all] },
    detail: templates.map(({ pattern }) => pattern).join(' · '),
  };
}

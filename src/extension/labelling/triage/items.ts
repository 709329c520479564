import type { LabelProposal } from '../../../engine/labels/label-report';
import type { Sentence } from '../../../engine/model/finding';
import type { LineNumber, TemplateId } from '../../../engine/model/units';
import { labelKey } from '../../../node/store/label-subjects';
import type { ReportedFinding } from '../../../protocol/analysis';
import { counted } from '../../../protocol/sentence';
import type { AnalysedLog, LogQuestions } from '../../shared/analyses';
import { incidentTitle } from '../../shared/incident-words';
import { localise } from '../../shared/localise';
import { templateOf } from '../../shared/template-of';
import { lineOption, recordOfFinding, type SubjectOption, templateOption } from '../subjects';
import { findingCandidates } from './candidates';
import type { Candidate, LabelScope } from './triage';

/** What is gone through: a finding, or a group that teaches much. */
export interface TriageItem extends Candidate {
  /** Of the analysed text, from 1; where the log has several files, counted through all. */
  readonly line: number;
  readonly finding: ReportedFinding | null;
  readonly proposal: LabelProposal | null;
}

/** How many groups are asked for at once: the log is judged anew behind each label, and the rest asked for again. */
const mostProposals = 10;

export function findingItems(log: AnalysedLog): TriageItem[] {
  return findingCandidates(log).map(({ id, group, finding }) => ({
    ...{ id, group, finding },
    line: finding.line,
    proposal: null,
  }));
}

export async function proposalItems(
  questions: Pick<LogQuestions, 'nextToLabel'>,
  passed: readonly string[],
): Promise<TriageItem[]> {
  const proposals = await questions.nextToLabel({ passed, limit: mostProposals });
  return proposals.map((proposal) => {
    const key = labelKey(proposal.subject);
    return { id: key, group: key, line: proposal.line, finding: null, proposal };
  });
}

/** What a label given now speaks of; undefined where the line is of no record any more. */
export async function optionOf(
  item: TriageItem,
  scope: LabelScope,
  log: AnalysedLog,
  questions: Pick<LogQuestions, 'recordSubjects'>,
): Promise<SubjectOption | undefined> {
  const { finding, proposal } = item;
  if (proposal && scope === 'group') return proposalOption(proposal, log);
  if (finding)
    return scope === 'one' ? lineOption(recordOfFinding(finding, log), '') : ofTemplate(finding, log);
  const [record] = await questions.recordSubjects({ lines: [item.line as LineNumber] });
  return record ? lineOption(record, '') : undefined;
}

function ofTemplate(finding: ReportedFinding, log: AnalysedLog): SubjectOption {
  const template = templateOf(log.report, finding.templateId);
  return template ? templateOption(template, template.count) : lineOption(recordOfFinding(finding, log), '');
}

function proposalOption({ subject, records }: LabelProposal, log: AnalysedLog): SubjectOption {
  switch (subject.kind) {
    case 'record':
      return lineOption(subject, '');
    case 'template':
      return templateOption(subject, records);
    case 'session': {
      const title: Sentence = { pattern: 'Sessions of one shape, with {0} records', values: [records] };
      return { scope: 'session', subjects: [subject], title, detail: subject.shape };
    }
    case 'incident': {
      const title = counted(records, 'The incident: 1 record', 'The incident: all {0} records');
      const told = proposedIncident(subject, log);
      return { scope: 'incident', subjects: [subject], title, detail: told ? localise(told) : '' };
    }
  }
}

/** What an incident that is proposed is called; undefined of what is no incident, or none any more. */
export function proposedIncident(
  subject: LabelProposal['subject'],
  { incidents }: Pick<AnalysedLog, 'incidents'>,
): Sentence | undefined {
  const incident = subject.kind === 'incident' && incidents.find(({ id }) => id === subject.id);
  return incident ? incidentTitle(incident) : undefined;
}

/** Records one key speaks of. */
export function reachOf({ finding, proposal }: TriageItem, { report }: Pick<AnalysedLog, 'report'>): number {
  if (proposal) return proposal.records;
  return (finding && templateOf(report, finding.templateId as TemplateId)?.count) ?? 1;
}

import type { Sentence } from '../../engine/model/finding';
import type { CheckedEvidence, CheckedReport } from '../../engine/root-cause-report/checked-report';
import type { ReportEvidence, RootCauseReport } from '../../protocol/answer';
import { toldCitation } from '../../protocol/told-citation';

/** A report as a page is told of it; `tell` puts a sentence into the reader's language. */
export function toldReport(report: CheckedReport, tell: (sentence: Sentence) => string): RootCauseReport {
  const told = ({ citation, quote }: CheckedEvidence): ReportEvidence => ({
    citation: toldCitation(citation, tell),
    quote,
  });
  return {
    ...report,
    findings: report.findings.map((one) => ({ ...one, evidence: one.evidence.map(told) })),
    causes: report.causes.map((one) => ({ ...one, evidence: one.evidence.map(told) })),
  };
}

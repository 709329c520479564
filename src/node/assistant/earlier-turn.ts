import type { AnswerCitation, ReportEvidence, RootCauseReport } from '../../protocol/answer';
import { sentenceText } from '../../protocol/sentence';
import type { StoredTurn } from './conversation';
import type { EarlierTurn } from './investigation';
import { reportMarkdown } from './report-markdown';

/** A turn as a model is told of it: what it said, of a report what held. */
export function earlierTurn({ question, said, report }: StoredTurn): EarlierTurn {
  if (said !== '' || report === null) return { question, answer: said };
  return { question, answer: reportMarkdown(asCited(report), (sentence) => sentenceText(sentence)) };
}

/** A model knows lines by the numbers it is given, whatever a reader is shown. */
function asCited(report: RootCauseReport): RootCauseReport {
  const told = (evidence: readonly ReportEvidence[]) =>
    evidence.map((one) => ({ ...one, citation: { ...one.citation, label: numberOf(one.citation) } }));
  return {
    ...report,
    findings: report.findings.map((one) => ({ ...one, evidence: told(one.evidence) })),
    causes: report.causes.map((one) => ({ ...one, evidence: told(one.evidence) })),
  };
}

function numberOf({ document, firstLine, lastLine }: AnswerCitation): string {
  const lines = firstLine === lastLine ? `L${firstLine}` : `L${firstLine}-L${lastLine}`;
  return document === '' ? lines : `${document}:${lines}`;
}

import { severities } from '../../engine/model/finding';
import type { LineNumber } from '../../engine/model/units';
import type {
  AnswerCitation,
  ReportCause,
  ReportEvidence,
  ReportFinding,
  RootCauseReport,
} from '../../protocol/answer';
import { most } from './conversation';
import { flag, list, members, oneOf, share, text, whole } from './stored-fields';

const line = (value: unknown): LineNumber => whole(value) as LineNumber;
const words = (value: unknown): string => text(value, most.answerChars);

/** A citation as it was stored; throws where it is none. */
export function storedCitation(value: unknown): AnswerCitation {
  const { label, document, firstLine, lastLine, isTrue, note } = members(value);
  return {
    label: text(label, most.titleChars),
    document: text(document, most.titleChars),
    firstLine: line(firstLine),
    lastLine: line(lastLine),
    isTrue: flag(isTrue),
    note: text(note, most.textChars),
  };
}

/** As `storedCitation`, of a report. */
export function storedReport(value: unknown): RootCauseReport {
  const { summary, needsActionNow, findings, causes, nextChecks, struck } = members(value);
  return {
    summary: words(summary),
    needsActionNow: flag(needsActionNow),
    findings: list(findings, most.entries, storedFinding),
    causes: list(causes, most.entries, storedCause),
    nextChecks: list(nextChecks, most.entries, words),
    struck: whole(struck),
  };
}

function storedFinding(value: unknown): ReportFinding {
  const { severity, type, detail, evidence } = members(value);
  return {
    severity: oneOf(severity, severities),
    type: words(type),
    detail: words(detail),
    evidence: list(evidence, most.entries, storedEvidence),
  };
}

function storedCause(value: unknown): ReportCause {
  const { cause, confidence, evidence } = members(value);
  return {
    cause: words(cause),
    confidence: share(confidence),
    evidence: list(evidence, most.entries, storedEvidence),
  };
}

function storedEvidence(value: unknown): ReportEvidence {
  const { citation, quote } = members(value);
  return { citation: storedCitation(citation), quote: words(quote) };
}

import type { Sentence, Severity } from '../../engine/model/finding';
import type { ReportEvidence, RootCauseReport } from '../../protocol/answer';
import { codeSpan, inertLine, list } from './inert-markdown';

/** A sentence in the reader's language. */
export type Say = (sentence: Sentence) => string;

const headings = {
  now: { pattern: 'Needs action now.', values: [] },
  later: { pattern: 'Needs no action now.', values: [] },
  causes: { pattern: 'Probable causes', values: [] },
  findings: { pattern: 'What was found', values: [] },
  next: { pattern: 'What to check next', values: [] },
} as const;

const severityWords: Readonly<Record<Severity, Sentence>> = {
  critical: { pattern: 'Critical', values: [] },
  high: { pattern: 'High', values: [] },
  medium: { pattern: 'Medium', values: [] },
  low: { pattern: 'Low', values: [] },
};

/** A root-cause report as Markdown, each claim with its lines. */
export function reportMarkdown(report: RootCauseReport, say: Say): string {
  const causes = report.causes.map(
    ({ cause, confidence, evidence }) =>
      `${inertLine(cause)} (${Math.round(confidence * 100)} %)${evidenceLines(evidence)}`,
  );
  const findings = report.findings.map(
    ({ severity, type, detail, evidence }) =>
      `**${say(severityWords[severity])}** ${inertLine(type)}: ${inertLine(detail)}${evidenceLines(evidence)}`,
  );
  const parts = [
    inertLine(report.summary),
    say(report.needsActionNow ? headings.now : headings.later),
    section(say(headings.causes), causes),
    section(say(headings.findings), findings),
    section(say(headings.next), report.nextChecks.map(inertLine)),
    struck(report.struck, say),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${heading}\n\n${list(lines)}`;
}

function evidenceLines(evidence: readonly ReportEvidence[]): string {
  return evidence
    .map(({ citation, quote }) => `\n  - ${codeSpan(citation.label)} ${codeSpan(quote || citation.note)}`)
    .join('');
}

function struck(count: number, say: Say): string {
  if (count === 0) return '';
  return say({ pattern: 'Evidence that did not hold and was left out: {0}', values: [count] });
}

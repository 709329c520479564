import type { CheckedCitation, Citation, CitedRecords } from '../citations/checked-citation';
import { citationsIn } from '../citations/citation-syntax';
import { mostLookups } from '../citations/cited-lines';
import { checkClaim, mostLinesOfRange } from '../citations/claim-check';
import { codeSpans } from '../citations/code-spans';
import { shownLabel } from '../citations/shown-label';
import type { Severity } from '../model/finding';
import type { LineNumber } from '../model/units';
import type { GivenEvidence, GivenReport } from './given-report';

/** A report of which nothing is left that the log does not bear out. */
export interface CheckedReport {
  readonly summary: string;
  readonly needsActionNow: boolean;
  readonly findings: readonly {
    readonly severity: Severity;
    readonly type: string;
    readonly detail: string;
    readonly evidence: readonly CheckedEvidence[];
  }[];
  readonly causes: readonly {
    readonly cause: string;
    readonly confidence: number;
    readonly evidence: readonly CheckedEvidence[];
  }[];
  readonly nextChecks: readonly string[];
  /** Evidence that proved nothing and was left out; a finding or cause that gave none counts as one. */
  readonly struck: number;
}

export interface CheckedEvidence {
  readonly citation: CheckedCitation;
  readonly quote: string;
}

/** Lines of each document whose records `checkedReport` will ask for, each once. */
export function reportLines(report: GivenReport): ReadonlyMap<string, readonly LineNumber[]> {
  const lines = new Map<string, Set<LineNumber>>();
  const claims = [
    ...report.findings.map(({ detail, evidence }) => ({ said: detail, evidence })),
    ...report.causes.map(({ cause, evidence }) => ({ said: cause, evidence })),
  ];
  for (const { citation } of claims.flatMap(({ said, evidence }) => claimed(said, evidence))) {
    if (citation.lastLine - citation.firstLine >= mostLinesOfRange) continue;
    const own = lines.get(citation.document) ?? new Set();
    lines.set(citation.document, own);
    for (let line: number = citation.firstLine; line <= citation.lastLine && own.size < mostLookups; line++)
      own.add(line as LineNumber);
  }
  return new Map([...lines].map(([document, own]) => [document, [...own]]));
}

/**
 * Holds each piece of evidence against the log as a claim of an answer is: its quote must stand in its lines, and without one its
 * lines must share words or a value with what they are to prove. A finding or cause that is left without evidence goes, and so
 * does one with text in backticks that none of its lines holds. Yields behind each piece of evidence: a report may hold thousands.
 */
export function* checkedReport(report: GivenReport, records: CitedRecords): Generator<void, CheckedReport> {
  const check = new ReportCheck(records);
  const findings: CheckedReport['findings'][number][] = [];
  for (const { detail, evidence, ...rest } of report.findings) {
    const proven = yield* check.proven(`${rest.type} ${detail}`, detail, evidence);
    if (proven.length > 0) findings.push({ ...rest, detail: withoutCitations(detail), evidence: proven });
  }
  const causes: CheckedReport['causes'][number][] = [];
  for (const { cause, confidence, evidence } of report.causes) {
    const proven = yield* check.proven(cause, cause, evidence);
    if (proven.length > 0) causes.push({ cause: withoutCitations(cause), confidence, evidence: proven });
  }
  return {
    summary: withoutCitations(report.summary),
    needsActionNow: report.needsActionNow,
    findings,
    causes: causes.toSorted((a, b) => b.confidence - a.confidence),
    nextChecks: report.nextChecks.map(withoutCitations),
    struck: check.struck,
  };
}

interface Claimed {
  readonly citation: Citation;
  readonly quote: string;
}

class ReportCheck {
  struck = 0;

  constructor(private readonly records: CitedRecords) {}

  *proven(
    said: string,
    text: string,
    evidence: readonly GivenEvidence[],
  ): Generator<void, CheckedEvidence[]> {
    const claims = claimed(text, evidence);
    const held: CheckedEvidence[] = [];
    for (const claim of claims) {
      held.push(...this.held(said, claim));
      yield;
    }
    const proven = this.bearsOut(text, held) ? held : [];
    this.struck += Math.max(1, claims.length) - proven.length;
    return proven;
  }

  private held(said: string, { citation, quote }: Claimed): CheckedEvidence[] {
    const quotes = quote === '' ? [] : [quote];
    const [verdict] = checkClaim({ spans: [], citations: [placed(citation)], quotes, said }, this.records);
    if (verdict.failure !== null) return [];
    const shown = { ...citation, label: shownLabel(citation, this.records) };
    return [
      { citation: { ...shown, written: `[${citation.label}]`, says: verdict.says, failure: null }, quote },
    ];
  }

  /** Whether all that the text itself has in backticks stands in lines that hold. */
  private bearsOut(text: string, held: readonly CheckedEvidence[]): boolean {
    const quotes = codeSpans(text, 0, text.length).map((span) => span.text);
    if (quotes.length === 0 || held.length === 0) return true;
    const citations = held.map(({ citation }) => placed(citation));
    const verdicts = checkClaim({ spans: [], citations, quotes, said: text }, this.records);
    return verdicts.some(({ failure }) => failure === null);
  }
}

/** What was given as evidence, and what the text cites by itself. */
function claimed(text: string, evidence: readonly GivenEvidence[]): Claimed[] {
  const given = evidence.flatMap(({ citations, quote }) =>
    citations.map((citation) => ({ citation, quote })),
  );
  const labels = new Set(given.map(({ citation }) => citation.label));
  const inText = citedIn(text).filter(({ label }) => !labels.has(label));
  return [...given, ...inText.map((citation) => ({ citation, quote: '' }))];
}

function citedIn(text: string): ReturnType<typeof citationsIn> {
  return citationsIn(text, 0, text.length, codeSpans(text, 0, text.length));
}

function placed({ label, document, firstLine, lastLine }: Citation): ReturnType<typeof citationsIn>[number] {
  return { label, document, firstLine, lastLine, start: 0, end: 0 };
}

/** Citations stand beside a text, not in it: there they would look like proof. */
function withoutCitations(text: string): string {
  let at = 0;
  let bare = '';
  for (const { start, end } of citedIn(text)) {
    bare += text.slice(at, start).trimEnd();
    at = end;
  }
  return (bare + text.slice(at)).trim();
}

import * as vscode from 'vscode';
import type { LineNumber } from '../../engine/model/units';
import type { AnswerCitation, RootCauseReport } from '../../protocol/answer';
import type { Turn } from '../../protocol/assistant';
import type { CitedRecord } from '../../protocol/assistant-log';

export type RecordsOf = (
  document: string,
) => ((lines: readonly LineNumber[]) => Promise<readonly (CitedRecord | null)[]>) | undefined;

/** What stands where a citation leads, when it is not what the answer was given for. */
type Change = 'other-line' | 'not-open';

/** As `citedRecords` takes them. */
const mostAtOnce = 200;
/** Of one document; what is cited beyond them stays as it was. */
const mostLines = 10_000;

/**
 * A conversation outlives the log it is about: files are rotated, cut off or written anew, and what was compared is closed. Citations that
 * held are held against what there is now, by the words that are kept of their lines.
 */
export class CitationsNow {
  private changes: ReadonlyMap<string, Change> = new Map();
  /** Of two that run at once the one begun last counts. */
  private begun = 0;

  /** Of turns about an analysed log. Tells whether anything is another than before; rejects as the records do. */
  async hold(turns: readonly Turn[], recordsOf: RecordsOf): Promise<boolean> {
    const citations = turns.filter(({ badge }) => badge.kind !== 'rules').flatMap(heldCitations);
    const begun = ++this.begun;
    const changes = new Map<string, Change>();
    for (const document of new Set(citations.map((one) => one.document))) {
      const own = citations.filter((one) => one.document === document);
      const records = recordsOf(document);
      if (records === undefined) for (const one of own) changes.set(keyOf(one), 'not-open');
      else for (const one of await changed(own, records)) changes.set(keyOf(one), 'other-line');
    }
    if (begun !== this.begun) return false;
    const isSame =
      changes.size === this.changes.size && [...changes].every(([key, one]) => this.changes.get(key) === one);
    this.changes = changes;
    return !isSame;
  }

  forget(): void {
    this.begun++;
    this.changes = new Map();
  }

  /** As it is shown: what no longer holds is struck out, and that is said. */
  shown<Shown extends Turn>(turn: Shown): Shown {
    const count = heldCitations(turn).filter((one) => this.changes.has(keyOf(one))).length;
    if (count === 0) return turn;
    const text = vscode.l10n.t(
      'What {0} citations of this answer lead to has changed since, or is not open any more: they are struck out. Ask again for an answer about the log as it is.',
      count,
    );
    const { answer, report, notices } = turn;
    return {
      ...turn,
      answer: { ...answer, citations: answer.citations.map((one) => this.now(one)) },
      report: report && this.reportNow(report),
      notices: [...notices, { kind: 'warning', text, action: null }],
    };
  }

  private reportNow(report: RootCauseReport): RootCauseReport {
    const now = <Proven extends RootCauseReport['causes' | 'findings'][number]>(proven: Proven): Proven => ({
      ...proven,
      evidence: proven.evidence.map((one) => ({ ...one, citation: this.now(one.citation) })),
    });
    return { ...report, findings: report.findings.map(now), causes: report.causes.map(now) };
  }

  private now(citation: AnswerCitation): AnswerCitation {
    const change = citation.isTrue ? this.changes.get(keyOf(citation)) : undefined;
    if (change === undefined) return citation;
    const { note } = citation;
    return {
      ...citation,
      isTrue: false,
      note:
        change === 'other-line'
          ? vscode.l10n.t('the log has changed: this line says something else now. It said: {0}', note)
          : vscode.l10n.t('what this leads to is not open any more. It said: {0}', note),
    };
  }
}

/** Those that held when the answer was given. */
function heldCitations({ answer, report }: Turn): readonly AnswerCitation[] {
  const proven = report === null ? [] : [...report.findings, ...report.causes];
  const all = [
    ...answer.citations,
    ...proven.flatMap(({ evidence }) => evidence.map(({ citation }) => citation)),
  ];
  return all.filter(({ isTrue }) => isTrue);
}

function keyOf({ document, firstLine, lastLine, note }: AnswerCitation): string {
  return `${document}:${firstLine}-${lastLine} ${note}`;
}

async function changed(
  citations: readonly AnswerCitation[],
  records: NonNullable<ReturnType<RecordsOf>>,
): Promise<readonly AnswerCitation[]> {
  const lines = [...new Set(citations.flatMap(linesOf))].slice(0, mostLines);
  const known = new Map<LineNumber, CitedRecord | null>();
  for (let at = 0; at < lines.length; at += mostAtOnce) {
    const some = lines.slice(at, at + mostAtOnce);
    const found = await records(some);
    for (const [index, line] of some.entries()) known.set(line, found[index] ?? null);
  }
  return citations.filter((citation) => {
    const cited = linesOf(citation);
    const first = cited.map((line) => known.get(line)).find((record) => record !== null);
    // Undefined: it was not asked about.
    return cited.every((line) => known.has(line)) && !first?.text.startsWith(citation.note);
  });
}

function linesOf({ firstLine, lastLine }: AnswerCitation): readonly LineNumber[] {
  const count = Math.min(mostAtOnce, Math.max(1, lastLine - firstLine + 1));
  return Array.from({ length: count }, (_, at) => (firstLine + at) as LineNumber);
}

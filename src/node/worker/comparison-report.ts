import type { ComparedFinding, ComparedReason, Comparison } from '../../engine/model/comparison';
import type { LineNumber, SourceIndex } from '../../engine/model/units';
import { plainText } from '../../engine/text/plain-text';
import type { ComparedPart, ComparisonReport } from '../../protocol/analysis';
import { ofKind } from '../../protocol/comparison';
import type { FinishedComparison } from '../analyse-logs';
import { Excerpts } from '../excerpts';
import { openTexts } from '../files/source-texts';

/** The log that is compared comes first. */
const badSource = 0 as SourceIndex;
/** Of each list; more than a person can look at, and each costs a message some hundred bytes. */
const mostListed = 20_000;

/**
 * What a face is told of a comparison. `firstLines`: where in its file each source begins, by source index, 1 where left
 * out. Throws InputError where the text cannot be read again.
 */
export async function comparisonReportOf(
  { comparison, session, sources }: FinishedComparison,
  firstLines: readonly LineNumber[] = [],
): Promise<ComparisonReport> {
  const excerpt = await excerptsOf({ session, sources });
  const parts = sources.map(({ path }, index): ComparedPart => {
    const firstLine = firstLines[index] ?? (1 as LineNumber);
    const lines = session.linesOf(index as SourceIndex);
    return { path, firstLine, lastLine: (firstLine + lines - 1) as LineNumber };
  });
  const moved = new FileLines(parts);
  const findings = strongest(comparison.findings);
  const { vanished, reordered, alsoNew } = comparison;
  return {
    findings: await mapped(findings, async (one) => ({
      ...moved.finding(one),
      ...(await excerpt(one.source, one.tellingLine)),
    })),
    vanished: await mapped(vanished.slice(0, mostListed), async (one) => ({
      ...moved.lines(one),
      reasons: moved.reasons(one.reasons),
      ...(await excerpt(one.source, one.line)),
    })),
    reordered: await mapped(reordered.slice(0, mostListed), async (one) => ({
      ...one,
      goodLine: moved.line(one.goodSource, one.goodLine),
      badLine: moved.line(one.badSource, one.badLine),
      ...(await excerpt(one.badSource, one.badLine)),
    })),
    alsoNew: await mapped(alsoNew.slice(0, mostListed), async (one) => ({
      ...moved.lines(one),
      ...(await excerpt(one.source, one.line)),
    })),
    sides: comparison.sides.map((one) => ({
      ...one,
      line: one.line === null ? null : moved.line(badSource, one.line),
    })),
    templates: comparison.templates,
    notJudged: comparison.notJudged,
    totals: totalsOf(comparison),
    sources: parts,
    file: sources[0].state,
  };
}

/** What `Excerpted` holds. */
async function excerptsOf({ session, sources }: Pick<FinishedComparison, 'session' | 'sources'>) {
  const excerpts = new Excerpts({ session, sources });
  const texts = await openTexts(sources);
  return async (source: SourceIndex, line: LineNumber) => {
    const excerpt = await excerpts.of(source, line);
    const message = session.messageOfLine(source, line, texts);
    return { excerpt, message: plainText(message, 0, message.length, excerpt.length) };
  };
}

function totalsOf({ findings, vanished, reordered, alsoNew }: Comparison): ComparisonReport['totals'] {
  return {
    new: ofKind(findings, 'new').length,
    shifted: ofKind(findings, 'shifted').length,
    vanished: vanished.length,
    reordered: reordered.length,
    alsoNew: alsoNew.length,
  };
}

/** In order of line as before. */
function strongest(findings: readonly ComparedFinding[]): readonly ComparedFinding[] {
  if (findings.length <= mostListed) return findings;
  const kept = new Set(findings.toSorted((a, b) => b.score - a.score).slice(0, mostListed));
  return findings.filter((finding) => kept.has(finding));
}

/** One after the other: each is a read or two. */
async function mapped<From, To>(list: readonly From[], map: (one: From) => Promise<To>): Promise<To[]> {
  const result: To[] = [];
  for (const one of list) result.push(await map(one));
  return result;
}

/** Lines of parts become those of their files. */
class FileLines {
  constructor(private readonly parts: readonly ComparedPart[]) {}

  line(source: SourceIndex, line: LineNumber): LineNumber {
    return (line + this.parts[source].firstLine - 1) as LineNumber;
  }

  lines<
    Place extends { readonly source: SourceIndex; readonly line: LineNumber; readonly endLine: LineNumber },
  >(place: Place): Place {
    const { source, line, endLine } = place;
    return { ...place, line: this.line(source, line), endLine: this.line(source, endLine) };
  }

  reasons(reasons: readonly ComparedReason[]): readonly ComparedReason[] {
    return reasons.map(({ message, evidence }) => ({
      message,
      evidence: evidence.map((one) => ({ ...one, line: this.line(one.source, one.line) })),
    }));
  }

  finding(finding: ComparedFinding): ComparedFinding {
    return {
      ...this.lines(finding),
      tellingLine: this.line(finding.source, finding.tellingLine),
      reasons: this.reasons(finding.reasons),
    };
  }
}

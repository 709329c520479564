import type { ComparedFinding } from '../../engine/model/comparison';
import type { LineNumber } from '../../engine/model/units';
import { Excerpts } from '../../node/excerpts';
import { comparisonText, comparisonTitles } from '../../protocol/comparison';
import type { Tell } from '../../protocol/overview';
import type { ComparisonShown } from './comparison-shown';
import { excerptLength, excerptLines, type Report, type ReportItem, type ReportSection } from './report';

const rules = {
  new: { id: 'new-lines', description: 'Lines that no good log has and that tell of a failure' },
  shifted: { id: 'shifted-lines', description: 'Lines of failure that good logs have far less often' },
} as const;

/** Templates listed of each section. */
const listed = 20;

/** A comparison as a report. */
export async function comparisonReport(shown: ComparisonShown, tell: Tell): Promise<Report> {
  const { finished, paths, findings } = shown;
  const { comparison } = finished;
  const excerpts = new Excerpts(finished);
  const items: ReportItem[] = [];
  for (const finding of findings) items.push(await itemOf(finding, excerpts, shown, tell));
  return {
    title: tell({ pattern: '{0}: {1}', values: [paths[0], comparisonText(comparison, tell)] }),
    remarks: comparison.notJudged.map(tell),
    warnings: [],
    items,
    more: comparison.findings.length - findings.length,
    sections: sectionsOf(shown, tell),
    tell,
  };
}

async function itemOf(
  finding: ComparedFinding,
  excerpts: Excerpts,
  { paths }: ComparisonShown,
  tell: Tell,
): Promise<ReportItem> {
  const { source, line, endLine, tellingLine, kind, severity, score, reasons } = finding;
  return {
    rule: rules[kind],
    ...{ severity, score, line, endLine },
    path: paths[source],
    headline: await excerpts.of(source, tellingLine, excerptLength),
    excerpt: await excerptOf(finding, excerpts),
    messages: reasons.map(({ message }) => tell(message)),
  };
}

/** Its first lines; where the telling one comes later, that one last. */
export async function excerptOf(
  { source, line, endLine, tellingLine }: ComparedFinding,
  excerpts: Excerpts,
): Promise<string[]> {
  const shown: number[] = [];
  for (let at = line as number; at <= endLine && shown.length < excerptLines; at++) shown.push(at);
  if (!shown.includes(tellingLine)) shown[shown.length - 1] = tellingLine;
  const texts: string[] = [];
  for (const [i, at] of shown.entries()) {
    if (i > 0 && at > shown[i - 1] + 1) texts.push('…');
    texts.push(await excerpts.of(source, at as LineNumber, excerptLength));
  }
  if (shown[shown.length - 1] < endLine) texts.push('…');
  return texts;
}

function sectionsOf({ finished: { comparison }, patternOf }: ComparisonShown, tell: Tell): ReportSection[] {
  const { vanished, reordered, alsoNew } = comparison;
  const section = (title: keyof typeof comparisonTitles, lines: readonly string[]) => ({
    title: tell(comparisonTitles[title]),
    lines: lines.slice(0, listed),
    more: Math.max(0, lines.length - listed),
  });
  return [
    section(
      'alsoNew',
      alsoNew.map(({ templateId, line, count }) => `${line}: ${count}× ${patternOf(templateId)}`),
    ),
    section(
      'vanished',
      vanished.map(({ templateId, line, count }) => `${line}: ${count}× ${patternOf(templateId)}`),
    ),
    section(
      'reordered',
      reordered.map(
        ({ templateId, goodLine, badLine }) => `${goodLine} → ${badLine}: ${patternOf(templateId)}`,
      ),
    ),
  ].filter(({ lines }) => lines.length > 0);
}

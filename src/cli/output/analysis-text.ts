import type { Analysis } from '../../engine/model/analysis';
import { type Finding, severities } from '../../engine/model/finding';
import { Excerpts } from '../../node/excerpts';
import { findingsTotal } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';
import type { Surroundings } from '../commands/command';
import type { AnalysisDocument } from './analysis-json';
import { contrastText } from './contrast-text';
import { driftText } from './drift-text';
import { noteEncoding } from './encoding-note';
import { findingText, severityShown } from './finding-text';
import { incidentsText } from './incident-text';
import { summaryText, verdictText } from './summary-text';

/**
 * What `oddline analyze` says to people: the log in words, the verdict, the incidents, then the findings, the worst
 * severity first; the strangest lines instead where they were asked for, last those that are no findings.
 */
export async function writeAnalysisText(
  { finished, findings, strangest, contrast }: Omit<AnalysisDocument, 'paths'>,
  surroundings: Surroundings,
): Promise<void> {
  const { out, tell } = surroundings;
  const { analysis } = finished;
  const paths = analysis.sources.map((source) => source.path);
  await out.write(summaryText(analysis, surroundings));
  await out.write(verdictText(analysis, surroundings, { strangest: strangest !== undefined }));
  await out.write(driftText(analysis.drift, surroundings));
  await out.write(gapsText(analysis, surroundings));
  if (contrast) await out.write(contrastText(contrast, finished, paths, surroundings));
  if (!strangest) await out.write(incidentsText(analysis.incidents, paths, surroundings));
  const excerpts = new Excerpts(finished);
  const found = new Set(analysis.findings.map(({ id }) => id));
  for (const finding of worstFirst(strangest ?? findings, found)) {
    await out.write(`\n${await findingText(finding, { excerpts, paths, found }, surroundings)}`);
  }
  const more = strangest ? 0 : findingsTotal(analysis) - findings.length;
  if (more > 0)
    await out.write(`\n${tell({ pattern: '{0} more; --top N shows more.', values: [grouped(more)] })}\n`);
  await noteEncoding(excerpts, surroundings);
}

/** What was not judged; a verdict of nothing unusual says so itself. */
function gapsText({ verdict, overview }: Analysis, { palette, tell }: Surroundings): string {
  if (verdict === 'quiet' || overview.notJudged.length === 0) return '';
  const gaps = overview.notJudged.map(tell).join('; ');
  return `${palette.faint(tell({ pattern: 'Not judged: {0}', values: [gaps] }))}\n`;
}

function worstFirst(shown: readonly Finding[], found: ReadonlySet<string>): Finding[] {
  return [...severities.toReversed(), undefined].flatMap((severity) =>
    shown.filter((finding) => severityShown(finding, found) === severity),
  );
}

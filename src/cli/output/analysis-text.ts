import { type Finding, severities } from '../../engine/model/finding';
import type { FinishedAnalysis } from '../../node/analyse-logs';
import { Excerpts } from '../../node/excerpts';
import { findingsTotal } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';
import type { Surroundings } from '../commands/command';
import { findingText } from './finding-text';
import { summaryText, verdictText } from './summary-text';

/** What `oddline analyze` says to people: the log in words, the verdict, then the findings, the worst severity first. */
export async function writeAnalysisText(
  finished: FinishedAnalysis,
  shown: readonly Finding[],
  surroundings: Surroundings,
): Promise<void> {
  const { out, tell } = surroundings;
  const { analysis } = finished;
  const paths = analysis.sources.map((source) => source.path);
  await out.write(summaryText(analysis, surroundings) + verdictText(analysis, surroundings));
  const excerpts = new Excerpts(finished);
  for (const severity of severities.toReversed()) {
    for (const finding of shown.filter((one) => one.severity === severity)) {
      await out.write(`\n${await findingText(finding, excerpts, surroundings, paths)}`);
    }
  }
  const listed = new Set(analysis.findings);
  const more = findingsTotal(analysis) - shown.filter((finding) => listed.has(finding)).length;
  if (more > 0)
    await out.write(`\n${tell({ pattern: '{0} more; --top N shows more.', values: [grouped(more)] })}\n`);
}

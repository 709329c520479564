import type { Finding } from '../../engine/model/finding';
import type {
  AnalysisReport,
  ReportedFinding,
  TemplateLines,
  TemplateLinesRequest,
} from '../../protocol/analysis';
import type { FinishedAnalysis } from '../analyse-logs';
import { Excerpts } from '../excerpts';
import { reportedLabels } from './reported-labels';

/** A page of a tree; a caller that asks for more gets this many. */
const mostTemplateLines = 10_000;

/** What a face is told of an analysis. Throws InputError where the text cannot be read again. */
export async function reportOf(finished: FinishedAnalysis): Promise<AnalysisReport> {
  const { analysis, seconds, sources } = finished;
  const excerpts = new Excerpts(finished);
  return {
    ...analysis,
    findings: await withExcerpts(analysis.findings, excerpts),
    strangest: await withExcerpts(analysis.strangest, excerpts),
    labels: reportedLabels(analysis.labels),
    seconds,
    file: sources[0].state,
  };
}

export async function templateLinesOf(
  finished: FinishedAnalysis,
  request: TemplateLinesRequest,
): Promise<TemplateLines> {
  const limit = Math.min(request.limit, mostTemplateLines);
  const { total, lines } = finished.session.templates.linesOfTemplate(
    request.template,
    request.offset,
    limit,
  );
  const excerpts = new Excerpts(finished);
  const withText = [];
  for (const line of lines) withText.push({ ...line, excerpt: await excerpts.of(line.source, line.line) });
  return { total, lines: withText };
}

async function withExcerpts(findings: readonly Finding[], excerpts: Excerpts): Promise<ReportedFinding[]> {
  const reported = [];
  for (const finding of findings) {
    reported.push({ ...finding, excerpt: await excerpts.of(finding.source, finding.line) });
  }
  return reported;
}

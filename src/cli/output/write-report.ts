import { appendFile } from 'node:fs/promises';
import type { Surroundings } from '../commands/command';
import { versionText } from '../commands/help';
import type { ReportFormat } from '../report-format';
import { UsageError } from '../usage-error';
import type { Report } from './report';
import { annotations, printedSummary } from './report-github';
import { reportMarkdown } from './report-markdown';
import { reportSarif } from './report-sarif';

/** Writes a report in one of the formats that all commands share. @throws UsageError */
export async function writeReport(
  report: Report,
  format: Exclude<ReportFormat, 'text' | 'json'>,
  { out, installation }: Pick<Surroundings, 'out' | 'installation'>,
): Promise<void> {
  if (format === 'markdown') return out.writeAll(reportMarkdown(report));
  if (format === 'sarif') return out.write(reportSarif(report, versionText(installation).trim()));
  await out.writeAll(annotations(report));
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) await addToSummary(summary, report);
  else await out.writeAll(printedSummary(report));
}

async function addToSummary(path: string, report: Report): Promise<void> {
  try {
    await appendFile(path, [...reportMarkdown(report), '\n'].join(''));
  } catch (error) {
    throw new UsageError({
      pattern: 'The step summary could not be written ({0}). Name a file that can be in {1}.',
      values: [String(error), 'GITHUB_STEP_SUMMARY'],
    });
  }
}

import * as vscode from 'vscode';
import type { RecordParameters } from '../../engine/model/analysis';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { localise, localiseMarkdown } from '../shared/localise';
import { codeSpan, escapeMarkdown } from '../shared/markdown';
import { templateOf } from '../shared/template-of';
import { tokenInContext } from '../shared/template-title';
import { shownStandings } from './standing';

/** What a person waits for a hover; the rest of it does not wait longer. */
const patienceMs = 1000;

/** Undefined where there is nothing to compare, the worker has ended or takes too long. */
export async function askLineParameters(
  finding: ReportedFinding,
  log: AnalysedLog,
  analyses: Analyses,
  cancellation: vscode.CancellationToken,
): Promise<RecordParameters | undefined> {
  const template = templateOf(log.report, finding.templateId);
  if (!template || template.count < 2 || template.parameters.length === 0) return undefined;
  // The finding follows its line when the text is edited; the worker knows the text as it was analysed.
  const reported = [...log.report.findings, ...log.report.strangest].find(({ id }) => id === finding.id);
  if (!reported) return undefined;
  const abort = new AbortController();
  const cancelled = cancellation.onCancellationRequested(() => abort.abort());
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const { source, line } = reported;
    return await abortable(
      analyses.ask(log.uri).parametersOfLine({ source, line }, abort.signal),
      abort.signal,
    );
  } finally {
    clearTimeout(timer);
    cancelled.dispose();
  }
}

/** The line's values, the most unusual of them, each with where it stands. */
export function lineParametersMarkdown(found: RecordParameters, log: AnalysedLog): string {
  const pieces = templateOf(log.report, found.template)?.pieces;
  const shown = shownStandings(found);
  if (pieces === undefined || shown.length === 0) return '';
  const rows = shown.map(
    ({ position, sentence }) =>
      `- ${codeSpan(tokenInContext(pieces, position))} · ${localiseMarkdown(sentence)}`,
  );
  const title = escapeMarkdown(vscode.l10n.t('Values in this line'));
  const sampled = { pattern: 'looked at {0} of {1} records', values: [found.lookedAt, found.records] };
  const heading = found.lookedAt < found.records ? `${title} (${escapeMarkdown(localise(sampled))})` : title;
  return `${heading}:\n${rows.join('\n')}`;
}

/** A busy worker hears of the cancellation late; the hover does not wait for that. */
function abortable<Answer>(answer: Promise<Answer | null>, signal: AbortSignal): Promise<Answer | undefined> {
  const given = new Promise<undefined>((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  return Promise.race([answer.then((found) => found ?? undefined).catch(() => undefined), given]);
}

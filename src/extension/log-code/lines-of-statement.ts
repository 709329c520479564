import * as vscode from 'vscode';
import type { TemplateId } from '../../engine/model/units';
import type { TemplateLine } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { LineArgument } from '../shared/finding-argument';
import { formatNumber } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { type CodeIndex, statementKey } from './code-index';
import { isStatementArgument, type StatementArgument } from './statement-argument';

/** A list of more would take seconds to open. */
const mostLines = 1000;

/** From a statement, that of a lens or the caret's, to the lines it wrote. */
export async function linesOfStatement(
  argument: unknown,
  analyses: Analyses,
  index: CodeIndex,
): Promise<void> {
  const log = analyses.current();
  if (!log) return tell(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const statement = isStatementArgument(argument) ? argument : await statementAtCaret(index);
  if (!statement) return tell(vscode.l10n.t('Put the caret on a call of a logger first.'));
  const templates = (await index.of(log)).templates.get(statementKey(statement)) ?? [];
  if (templates.length === 0) {
    return tell(vscode.l10n.t('The log has no line of this statement.'));
  }
  const line = await chosenLine(await linesOf(templates, log, analyses), log, templates);
  if (line) await reveal(line, log);
}

async function statementAtCaret(index: CodeIndex): Promise<StatementArgument | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const caret = editor.selection.active.line + 1;
  const statements = await index.statementsOf(editor.document);
  return statements.find(({ line, lastLine }) => line <= caret && caret <= lastLine);
}

async function linesOf(
  templates: readonly TemplateId[],
  { uri }: AnalysedLog,
  analyses: Analyses,
): Promise<readonly TemplateLine[]> {
  const asked = templates.map((template) =>
    analyses.ask(uri).linesOfTemplate({ template, offset: 0, limit: mostLines }),
  );
  const lines = (await Promise.all(asked)).flatMap((answer) => answer.lines);
  return lines.toSorted((a, b) => a.source - b.source || a.line - b.line).slice(0, mostLines);
}

async function chosenLine(
  lines: readonly TemplateLine[],
  log: AnalysedLog,
  templates: readonly TemplateId[],
): Promise<TemplateLine | undefined> {
  if (lines.length <= 1) return lines[0];
  const odd = new Set(
    log.findings.filter(({ templateId }) => templates.includes(templateId)).map(({ line }) => line),
  );
  const picks = lines.map((line) => ({
    label: `${odd.has(line.line) ? '$(warning) ' : ''}${formatNumber(line.line)}`,
    description: quickPickText(line.excerpt),
    line,
  }));
  const title =
    lines.length < mostLines
      ? vscode.l10n.t('Lines of this statement')
      : vscode.l10n.t('The first {0} lines of this statement', formatNumber(mostLines));
  return (await vscode.window.showQuickPick(picks, { title, matchOnDescription: true }))?.line;
}

async function reveal({ line }: TemplateLine, { uri, lineNow }: AnalysedLog): Promise<void> {
  const argument: LineArgument = { uri: uri.toString(), line: lineNow(line) ?? line };
  await vscode.commands.executeCommand('oddline.revealLine', argument);
}

function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}

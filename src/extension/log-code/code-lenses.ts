import * as vscode from 'vscode';
import type { TemplateId } from '../../engine/model/units';
import type { CodeStatement } from '../../protocol/log-code';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import type { Settings } from '../shared/settings';
import { templateOf } from '../shared/template-of';
import { type CodeIndex, type LogCode, statementKey } from './code-index';
import type { StatementArgument } from './statement-argument';

export const linesCommand = 'oddline.linesOfStatement';

/** VS Code's names of the languages whose logger calls are found. */
const languages = [
  ...['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
  ...['python', 'java', 'go', 'csharp'],
];
export const sources: vscode.DocumentSelector = languages.map((language) => ({ language, scheme: 'file' }));

/** Above each statement how many lines of the log in question it wrote, and how many of them are anomalies. */
export class StatementLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly analyses: Analyses,
    private readonly index: CodeIndex,
    private readonly settings: Settings,
  ) {
    const tell = () => this.changed.fire();
    this.subscription = vscode.Disposable.from(
      analyses.onDidChange(tell),
      index.onDidChange(tell),
      settings.onDidChange(tell),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const log = this.analyses.current();
    if (!log || !this.settings.current.codeLens) return [];
    const [code, statements] = await Promise.all([this.index.of(log), this.index.statementsOf(document)]);
    return statements.flatMap((statement) => {
      const templates = code.templates.get(statementKey(statement)) ?? [];
      return templates.length === 0 ? [] : [lensOf(statement, templates, log, code)];
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

function lensOf(
  statement: CodeStatement,
  templates: readonly TemplateId[],
  log: AnalysedLog,
  code: LogCode,
): vscode.CodeLens {
  const { line, column, path, message } = statement;
  const place = new vscode.Position(line - 1, column);
  const argument: StatementArgument = { path, message };
  return new vscode.CodeLens(new vscode.Range(place, place), {
    title: titleOf(templates, log, code),
    tooltip: vscode.l10n.t('Show these lines of {0}', logName(log.uri)),
    command: linesCommand,
    arguments: [argument],
  });
}

function titleOf(templates: readonly TemplateId[], log: AnalysedLog, { statements }: LogCode): string {
  const lines = templates.reduce((sum, id) => sum + (templateOf(log.report, id)?.count ?? 0), 0);
  const anomalies = log.findings.filter(({ templateId }) => templates.includes(templateId)).length;
  const isShared = templates.some((id) => (statements.get(id)?.length ?? 0) > 1);
  const linesText = isShared
    ? counted(lines, 'up to 1 line', 'up to {0} lines')
    : counted(lines, '1 line', '{0} lines');
  const parts = anomalies > 0 ? [linesText, counted(anomalies, '1 anomaly', '{0} anomalies')] : [linesText];
  return parts.map(localise).join(' · ');
}

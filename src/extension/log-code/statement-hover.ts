import * as vscode from 'vscode';
import type { ViewLine } from '../../protocol/log-lines';
import type { Analyses } from '../shared/analyses';
import type { LineArgument } from '../shared/finding-argument';
import { codeSpan, commandLink } from '../shared/markdown';
import type { Settings } from '../shared/settings';
import { twinOf } from '../shared/text-view-uri';
import type { CodeIndex } from './code-index';

export const goToCommand = 'oddline.goToStatement';

/** In hovers over a log: where the line was written. It does not wait for the sources to be read; the next hover knows. */
export class StatementHover implements vscode.HoverProvider {
  constructor(
    private readonly analyses: Analyses,
    private readonly index: CodeIndex,
    private readonly settings: Settings,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    { line }: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const uri = twinOf(document.uri);
    const log = this.settings.current.hover ? this.analyses.get(uri) : undefined;
    const code = log && this.index.known(log);
    if (!log || !code || log.lineNow(line + 1) !== line + 1) return undefined;
    const [facts] = await this.analyses.ask(uri).factsOfLines([line as ViewLine]);
    const statements = (facts && code.statements.get(facts.template)) ?? [];
    if (statements.length === 0) return undefined;
    const argument: LineArgument = { uri: uri.toString(), line: line + 1 };
    const link = commandLink(vscode.l10n.t('Go to Logging Statement'), goToCommand, argument);
    const [{ path, line: at }, ...others] = statements;
    const place = codeSpan(`${vscode.workspace.asRelativePath(path)}:${at}`);
    const markdown = new vscode.MarkdownString(others.length === 0 ? `${link} · ${place}` : link);
    markdown.isTrusted = { enabledCommands: [goToCommand] };
    return new vscode.Hover(markdown);
  }
}

import * as vscode from 'vscode';
import { quickPickText } from '../shared/quick-pick-text';
import { headOf } from './logql-head';
import type { AskingParts, SourceOf } from './parts';
import { lastSeconds } from './span-text';

const language = 'logql';
const hour = 3600;

/** `.logql` files: labels and values complete as in the input, a CodeLens runs them, the server's word stands at the query. */
export function registerLogqlFiles(parts: AskingParts): vscode.Disposable[] {
  const problems = vscode.languages.createDiagnosticCollection('oddline-logql');
  return [
    problems,
    vscode.languages.registerCompletionItemProvider(language, completionsOf(parts), '{', '"', '=', ','),
    vscode.languages.registerCodeLensProvider(language, lenses(parts)),
    vscode.commands.registerCommand('oddline.runLogqlFile', async (uri: unknown, source: unknown) =>
      (await import('./run-logql-file')).runLogqlFile(uri, source, problems, parts),
    ),
    vscode.workspace.onDidChangeTextDocument(({ document }) => problems.delete(document.uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
  ];
}

function completionsOf({ sources, questions, consent }: AskingParts): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position, token) {
      const text = document.getText();
      const known = sources.all().filter((one): one is SourceOf<'loki'> => one.kind === 'loki');
      const source = known.find(({ name }) => name === headOf(text).source) ?? known[0];
      // Typing asks no server in a workspace that is not trusted.
      if (!source || !vscode.workspace.isTrusted || !(await consent.mayUse(source))) return [];
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const at = document.offsetAt(position);
      const asked = { source, span: lastSeconds(hour, Date.now()) };
      const { logqlCompletions } = await import('./logql-completions');
      const found = await logqlCompletions(text, at, asked, questions, abort.signal).catch(() => []);
      return found.map(({ label, text: put, from }) => {
        const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Value);
        item.insertText = put;
        item.range = new vscode.Range(document.positionAt(from), position);
        return item;
      });
    },
  };
}

function lenses({ sources }: AskingParts): vscode.CodeLensProvider {
  return {
    onDidChangeCodeLenses: sources.onDidChange,
    provideCodeLenses(document) {
      const { source } = headOf(document.getText());
      const title = source
        ? vscode.l10n.t('Run on {0}', quickPickText(source))
        : vscode.l10n.t('Run on a Log Source…');
      const command = {
        title: `$(play) ${title}`,
        command: 'oddline.runLogqlFile',
        arguments: [document.uri],
      };
      return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
    },
  };
}

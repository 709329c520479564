import * as vscode from 'vscode';
import { failureText } from '../shared/failure-text';
import { problemText } from '../shared/query-problem';
import { quickPickText } from '../shared/quick-pick-text';
import { askSpan, type WantedSpan } from './ask-span';
import { chooseSource } from './choose-source';
import { logqlCompletions } from './logql-completions';
import { type FileHead, headOf } from './logql-head';
import { openLogql } from './open-loki';
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
    vscode.commands.registerCommand('oddline.runLogqlFile', (uri: unknown, source: unknown) =>
      run(uri, source, problems, parts),
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

/** `otherwise`: the source that was chosen before, where the file names none. */
async function run(
  argument: unknown,
  otherwise: unknown,
  problems: vscode.DiagnosticCollection,
  parts: AskingParts,
): Promise<vscode.Uri | undefined> {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const head = headOf(text);
  const source = await chooseSource('loki', parts.sources, head.source ?? otherwise);
  if (!source || !(await parts.consent.mayUse(source))) return undefined;
  const wanted = await spanOf(head, source.name);
  if (!wanted) return undefined;
  try {
    const query = { kind: 'loki' as const, logql: text, span: wanted.span, limit: 1 };
    const problem = await parts.questions.check({ source, query });
    problems.set(uri, problem ? [diagnosticOf(document, problem.at, problemText(problem))] : []);
    return problem ? undefined : await openLogql(source, text, wanted, parts);
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
    return undefined;
  }
}

function spanOf({ seconds }: FileHead, title: string): Promise<WantedSpan | undefined> {
  if (seconds === undefined) return askSpan(title);
  return Promise.resolve({ span: lastSeconds(seconds, Date.now()), live: false });
}

/** To the end of the line where the server names a place; else the whole query. */
function diagnosticOf(document: vscode.TextDocument, at: number | null, message: string): vscode.Diagnostic {
  const start = document.positionAt(at ?? 0);
  const end =
    at === null ? document.positionAt(document.getText().length) : document.lineAt(start.line).range.end;
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, end), message);
  diagnostic.source = 'Loki';
  return diagnostic;
}

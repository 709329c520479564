import * as vscode from 'vscode';
import type { DatasetIssue, DatasetReport } from '../../engine/dataset/check/dataset-report';
import { localise } from '../shared/localise';
import { oneLine } from './report-text';

/** In the list of problems, those of the last check of each file; text that is changed is checked anew by a person. */
export class ReportProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('oddline-datasets');
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.collection.delete(document.uri);
  });

  /** Of each kind of trouble the first places, as the report has them. */
  tell({ files, issues }: DatasetReport): void {
    for (const [index, { name }] of files.entries()) {
      const problems = issues.flatMap((issue) => problemsOf(issue, index));
      this.collection.set(vscode.Uri.file(name), problems);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.collection.dispose();
  }
}

function problemsOf({ kind, severity, places }: DatasetIssue, index: number): vscode.Diagnostic[] {
  return places
    .filter(({ file }) => file === index)
    .map(({ line, sentence }) => {
      const at = Math.max(0, (line ?? 1) - 1);
      const problem = new vscode.Diagnostic(
        new vscode.Range(at, 0, at, Number.MAX_SAFE_INTEGER),
        oneLine(localise(sentence)),
        severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
      );
      problem.source = 'Oddline';
      problem.code = kind;
      return problem;
    });
}

import * as vscode from 'vscode';
import type { Severity } from '../../engine/model/finding';
import type { ReportedFinding } from '../../protocol/analysis';
import type { Analyses } from '../shared/analyses';
import type { Settings } from '../shared/settings';
import { isAtLeast, severitiesWorstFirst, severityColours, severityRank } from '../shared/severity';
import { logOf } from '../shared/understood-uri';
import type { Filtered } from './filtered-documents';

/** Rows above and below the visible ones that are marked too. */
const margin = 100;

/** In a filtered view: the numbers the lines have in the log, which are findings, and which are only context. */
export class FilteredMarks implements vscode.Disposable {
  private readonly number = vscode.window.createTextEditorDecorationType({
    before: { color: new vscode.ThemeColor('editorLineNumber.foreground'), margin: '0 1.5em 0 0' },
  });
  private readonly context = vscode.window.createTextEditorDecorationType({ opacity: '0.6' });
  private readonly severities = severitiesWorstFirst.map((severity) => ({
    severity,
    type: vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor(severityColours(severity).background),
    }),
  }));
  private readonly byFindings = new WeakMap<readonly ReportedFinding[], ReadonlyMap<number, Severity>>();

  constructor(
    private readonly analyses: Analyses,
    private readonly settings: Settings,
  ) {}

  paint(editor: vscode.TextEditor, filtered: Filtered): void {
    const rows = rowsNear(editor, filtered.lines.length);
    const digits = String((filtered.lines.at(-1) ?? 0) + 1).length;
    editor.setDecorations(
      this.number,
      rows.map((row) => numberOf(row, filtered.lines[row] + 1, digits)),
    );
    const context = new Set(filtered.contextRows);
    editor.setDecorations(
      this.context,
      rows.filter((row) => context.has(row)).map((row) => wholeRow(editor, row)),
    );
    this.paintSeverities(editor, rows, filtered);
  }

  dispose(): void {
    vscode.Disposable.from(this.number, this.context, ...this.severities.map(({ type }) => type)).dispose();
  }

  private paintSeverities(editor: vscode.TextEditor, rows: readonly number[], { lines }: Filtered): void {
    const log = this.analyses.get(logOf(editor.document.uri));
    const { background, minimumSeverity } = this.settings.current;
    const findings = log?.painted && background ? log.findings : [];
    const severityOf = this.severitiesOf(findings);
    for (const { severity, type } of this.severities) {
      const isMarked = isAtLeast(severity, minimumSeverity);
      const marked = rows.filter((row) => isMarked && severityOf.get(lines[row] + 1) === severity);
      editor.setDecorations(
        type,
        marked.map((row) => new vscode.Range(row, 0, row, 0)),
      );
    }
  }

  private severitiesOf(findings: readonly ReportedFinding[]): ReadonlyMap<number, Severity> {
    const known = this.byFindings.get(findings);
    if (known) return known;
    const worst = new Map<number, Severity>();
    for (const { line, endLine, severity } of findings) {
      for (let one: number = line; one <= endLine; one++) {
        const former = worst.get(one);
        if (former === undefined || severityRank[severity] > severityRank[former]) worst.set(one, severity);
      }
    }
    this.byFindings.set(findings, worst);
    return worst;
  }
}

function rowsNear({ visibleRanges }: vscode.TextEditor, count: number): number[] {
  const first = Math.max(0, (visibleRanges[0]?.start.line ?? 0) - margin);
  const end = Math.min(count, (visibleRanges.at(-1)?.end.line ?? 0) + 1 + margin);
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

function numberOf(row: number, line: number, digits: number): vscode.DecorationOptions {
  // Blanks that no browser takes away.
  const contentText = String(line).padStart(digits, '\u00a0');
  return { range: new vscode.Range(row, 0, row, 0), renderOptions: { before: { contentText } } };
}

function wholeRow({ document }: vscode.TextEditor, row: number): vscode.Range {
  return row < document.lineCount ? document.lineAt(row).range : new vscode.Range(row, 0, row, 0);
}

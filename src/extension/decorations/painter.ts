import * as vscode from 'vscode';
import type { Severity } from '../../engine/model/finding';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { Settings } from '../shared/settings';
import { isAtLeast } from '../shared/severity';
import { type LineSpan, mergedSpans, spansNear } from '../shared/spans';
import { twinOf } from '../shared/text-view-uri';
import { createDecorationTypes, disposeDecorationTypes, type SeverityTypes } from './decoration-types';

/** Lines above and below the visible ones that are painted too, so that scrolling shows no bare lines. */
const margin = 200;

/** Marks of one severity in the overview ruler. */
const maxRulerMarks = 2000;

/** Sets the marks of editors. Setting a type's ranges replaces those it had, so nothing has to be remembered to undo. */
export class Painter implements vscode.Disposable {
  private types: readonly SeverityTypes[];

  constructor(
    private readonly analyses: Analyses,
    private readonly settings: Settings,
    private readonly media: vscode.Uri,
  ) {
    this.types = createDecorationTypes(media, settings.current);
  }

  /** After a change of the settings: other types, which take the old ones' marks with them. */
  renew(): void {
    disposeDecorationTypes(this.types);
    this.types = createDecorationTypes(this.media, this.settings.current);
  }

  paintAll(editor: vscode.TextEditor): void {
    const findings = this.findingsFor(editor);
    this.paintVisible(editor, findings);
    for (const { severity, ruler } of this.types) {
      if (ruler)
        editor.setDecorations(ruler, ranges(mergedSpans(ofSeverity(findings, severity), maxRulerMarks)));
    }
  }

  paintVisible(editor: vscode.TextEditor, findings = this.findingsFor(editor)): void {
    const near = spansNear(findings, editor.visibleRanges.map(spanOf), margin);
    for (const { severity, background, gutter } of this.types) {
      const spans = ofSeverity(near, severity);
      if (background) editor.setDecorations(background, ranges(spans));
      if (gutter) editor.setDecorations(gutter, ranges(spans.map(firstLine)));
    }
  }

  dispose(): void {
    disposeDecorationTypes(this.types);
  }

  private findingsFor(editor: vscode.TextEditor): readonly ReportedFinding[] {
    const log = this.analyses.get(twinOf(editor.document.uri));
    return log?.painted ? this.marked(log) : [];
  }

  private marked(log: AnalysedLog): readonly ReportedFinding[] {
    const minimum = this.settings.current.minimumSeverity;
    return log.findings.filter(({ severity }) => isAtLeast(severity, minimum));
  }
}

function ofSeverity(findings: readonly ReportedFinding[], severity: Severity): readonly ReportedFinding[] {
  return findings.filter((finding) => finding.severity === severity);
}

function spanOf(range: vscode.Range): LineSpan {
  return { line: range.start.line + 1, endLine: range.end.line + 1 };
}

function firstLine({ line }: LineSpan): LineSpan {
  return { line, endLine: line };
}

function ranges(spans: readonly LineSpan[]): vscode.Range[] {
  return spans.map(({ line, endLine }) => new vscode.Range(line - 1, 0, endLine - 1, 0));
}

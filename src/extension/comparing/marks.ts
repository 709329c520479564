import * as vscode from 'vscode';
import type { ComparedSpan } from '../shared/compared-lines';
import { type LineSpan, mergedSpans, spansNear } from '../shared/spans';
import type { ComparedLog, ComparedLogs } from './compared-logs';
import { differencesOf, isOfLog, type MarkedKind, markedKinds, spanNow } from './differences';

/** Lines above and below the visible ones that are painted too, so that scrolling shows no bare lines. */
const margin = 200;
/** Marks of one kind in the overview ruler. */
const maxRulerMarks = 2000;

/** Colour is not alone: each kind has an edge of its own. */
const looks: Readonly<Record<MarkedKind, { background: string; foreground: string; edge: string }>> = {
  new: { background: 'oddline.newBackground', foreground: 'oddline.newForeground', edge: 'solid' },
  shifted: {
    background: 'oddline.shiftedBackground',
    foreground: 'oddline.shiftedForeground',
    edge: 'dashed',
  },
  vanished: {
    background: 'oddline.vanishedBackground',
    foreground: 'oddline.vanishedForeground',
    edge: 'double',
  },
};

/** Marks what differs, in the log and in the good one. Its own colours and the ruler's left lane: anomalies keep theirs. */
export class ComparisonMarks implements vscode.Disposable {
  private readonly types = markedKinds.map((kind) => ({
    kind,
    line: vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor(looks[kind].background),
      borderWidth: '0 0 0 3px',
      borderStyle: looks[kind].edge,
      borderColor: new vscode.ThemeColor(looks[kind].foreground),
    }),
    ruler: vscode.window.createTextEditorDecorationType({
      overviewRulerColor: new vscode.ThemeColor(looks[kind].foreground),
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    }),
  }));
  private readonly subscription: vscode.Disposable;
  /** A cleared comparison leaves nothing behind in these. */
  private readonly painted = new WeakSet<vscode.TextEditor>();

  constructor(private readonly compared: ComparedLogs) {
    const paintAll = () => {
      for (const editor of vscode.window.visibleTextEditors) this.paint(editor);
    };
    this.subscription = vscode.Disposable.from(
      compared.onDidChange(paintAll),
      vscode.window.onDidChangeVisibleTextEditors(paintAll),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.paint(textEditor)),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    for (const { line, ruler } of this.types) {
      line.dispose();
      ruler.dispose();
    }
  }

  private paint(editor: vscode.TextEditor): void {
    const logs = this.compared.all().filter((log) => isShownIn(editor, log));
    if (logs.length === 0 && !this.painted.has(editor)) return;
    if (logs.length > 0) this.painted.add(editor);
    else this.painted.delete(editor);
    const windows = editor.visibleRanges.map(({ start, end }) => ({
      line: start.line + 1,
      endLine: end.line + 1,
    }));
    for (const { kind, line, ruler } of this.types) {
      const spans = logs.flatMap((log) => spansIn(editor.document.uri, log, kind));
      editor.setDecorations(line, ranges(spansNear(spans, windows, margin)));
      editor.setDecorations(ruler, ranges(mergedSpans(spans, maxRulerMarks)));
    }
  }
}

/** Of all comparisons the log is a part of. */
export function comparedSpans(uri: vscode.Uri, compared: ComparedLogs): readonly ComparedSpan[] {
  const spans = compared
    .all()
    .flatMap((log) =>
      markedKinds.flatMap((kind) => spansIn(uri, log, kind).map((span) => ({ ...span, kind }))),
    );
  return spans.sort((a, b) => a.line - b.line);
}

function isShownIn({ document }: vscode.TextEditor, log: ComparedLog): boolean {
  return log.report.sources.some((_, source) => isOf(document.uri, log, source));
}

/** In line order, as the differences of a kind are; of a good log only its own. */
function spansIn(uri: vscode.Uri, log: ComparedLog, kind: MarkedKind): LineSpan[] {
  return differencesOf(log.report, kind).flatMap((difference) => {
    const span = isOf(uri, log, difference.source) ? spanNow(log, difference) : undefined;
    return span ? [span] : [];
  });
}

function isOf(uri: vscode.Uri, { uri: own, report }: ComparedLog, source: number): boolean {
  if (isOfLog(report, source)) return uri.toString() === own.toString();
  return uri.scheme === 'file' && uri.fsPath === report.sources[source].path;
}

function ranges(spans: readonly LineSpan[]): vscode.Range[] {
  return spans.map(({ line, endLine }) => new vscode.Range(line - 1, 0, endLine - 1, 0));
}

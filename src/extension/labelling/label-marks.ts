import * as vscode from 'vscode';
import type { LabelVerdict } from '../../engine/labels/label';
import type { LineNumber } from '../../engine/model/units';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { verdictsOfLines } from '../shared/line-labels';
import { twinOf } from '../shared/text-view-uri';

/** Lines above and below the visible ones that are marked too, so that scrolling shows no bare lines. */
const margin = 100;
/** Scrolling asks once it rests. */
const restMs = 100;

/** A sign beside labelled lines of VS Code's editor: which label holds is asked for what is on screen. */
export class LabelMarks implements vscode.Disposable {
  private readonly types: Readonly<Record<LabelVerdict, vscode.TextEditorDecorationType>>;
  private readonly subscription: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  /** The log each editor was marked for last. */
  private readonly painted = new WeakMap<vscode.TextEditor, AnalysedLog>();

  constructor(
    private readonly analyses: Analyses,
    media: vscode.Uri,
  ) {
    this.types = { normal: typeOf('normal', media), anomalous: typeOf('anomalous', media) };
    const changed = () => this.paintChanged();
    this.subscription = vscode.Disposable.from(
      analyses.onDidChange(changed),
      vscode.window.onDidChangeVisibleTextEditors(changed),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.paintSoon(textEditor)),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    for (const type of Object.values(this.types)) type.dispose();
  }

  private paintChanged(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const log = this.logOf(editor);
      const former = this.painted.get(editor);
      if (log === former) continue;
      if (log) this.painted.set(editor, log);
      else this.painted.delete(editor);
      void this.paint(editor);
    }
  }

  private paintSoon(editor: vscode.TextEditor): void {
    if ((this.logOf(editor)?.labels.length ?? 0) === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.paint(editor), restMs);
  }

  private async paint(editor: vscode.TextEditor): Promise<void> {
    const log = this.logOf(editor);
    const lines = log && log.labels.length > 0 ? linesNear(editor) : [];
    const verdicts = log ? await verdictsOfLines(log, this.analyses.ask(log.uri), lines) : [];
    // Meanwhile the log may have been judged anew: that paints by itself.
    if (this.logOf(editor) !== log) return;
    for (const verdict of ['normal', 'anomalous'] as const) {
      const marked = lines.filter((_, at) => verdicts[at] === verdict);
      editor.setDecorations(
        this.types[verdict],
        marked.map((line) => new vscode.Range(line - 1, 0, line - 1, 0)),
      );
    }
  }

  private logOf({ document }: vscode.TextEditor): AnalysedLog | undefined {
    return this.analyses.get(twinOf(document.uri));
  }
}

function linesNear({ visibleRanges, document }: vscode.TextEditor): LineNumber[] {
  const lines = new Set<LineNumber>();
  for (const { start, end } of visibleRanges) {
    const last = Math.min(document.lineCount, end.line + 1 + margin);
    for (let line = Math.max(1, start.line + 1 - margin); line <= last; line++) lines.add(line as LineNumber);
  }
  return [...lines];
}

function typeOf(verdict: LabelVerdict, media: vscode.Uri): vscode.TextEditorDecorationType {
  const icon = (theme: string) => ({
    gutterIconPath: vscode.Uri.joinPath(media, `label-${verdict}-${theme}.svg`),
    gutterIconSize: 'contain',
  });
  return vscode.window.createTextEditorDecorationType({ light: icon('light'), dark: icon('dark') });
}

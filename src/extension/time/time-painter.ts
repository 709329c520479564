import * as vscode from 'vscode';
import type { LineFacts } from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { Readings } from '../shared/readings';
import { before } from './gap-types';
import { lineTimes, type TimeOptions, widthOf } from './line-times';

/** Lines around the visible ones: scrolling shows none without. */
const margin = 100;
/** Scrolling tells its place at every frame. */
const settleMs = 30;

/** Times before the lines of VS Code's own editors, where the reader wants them: for what is on screen only. */
export class TimePainter implements vscode.Disposable {
  private readonly type = vscode.window.createTextEditorDecorationType({});
  private readonly timers = new Map<vscode.TextEditor, NodeJS.Timeout>();
  private readonly painted = new WeakSet<vscode.TextEditor>();
  /** The painting that was begun last: what the worker says to an earlier one is out of date. */
  private readonly latest = new WeakMap<vscode.TextEditor, object>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly analyses: Analyses,
    private readonly readings: Readings,
  ) {
    const all = () => {
      for (const editor of vscode.window.visibleTextEditors) this.soon(editor);
    };
    this.subscription = vscode.Disposable.from(
      analyses.onDidChange(all),
      readings.onDidChange(all),
      vscode.window.onDidChangeVisibleTextEditors(all),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.soon(textEditor)),
      vscode.workspace.onDidChangeTextDocument(all),
    );
    all();
  }

  dispose(): void {
    this.subscription.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.type.dispose();
  }

  private soon(editor: vscode.TextEditor): void {
    clearTimeout(this.timers.get(editor));
    this.timers.set(
      editor,
      setTimeout(() => {
        this.timers.delete(editor);
        void this.paint(editor);
      }, settleMs),
    );
  }

  private async paint(editor: vscode.TextEditor): Promise<void> {
    const { uri, version } = editor.document;
    const painting = {};
    this.latest.set(editor, painting);
    const options = this.optionsFor(uri);
    const lines = options ? linesAround(editor) : [];
    const facts = options ? await this.factsOf(uri, lines) : [];
    // Another painting is on its way, or was quicker.
    if (this.latest.get(editor) !== painting || this.timers.has(editor)) return;
    if (!options || facts.length === 0) return this.clear(editor);
    if (editor.document.version !== version) return;
    const width = widthOf(options);
    const times = lineTimes(lines, facts, options);
    this.painted.add(editor);
    editor.setDecorations(
      this.type,
      times.map(({ text, heat }, i) => ({
        range: new vscode.Range(lines[i], 0, lines[i], 0),
        renderOptions: before(text, heat, width),
      })),
    );
  }

  private clear(editor: vscode.TextEditor): void {
    if (this.painted.delete(editor)) editor.setDecorations(this.type, []);
  }

  private optionsFor(uri: vscode.Uri): TimeOptions | undefined {
    const { showsGaps, zone } = this.readings.of(uri);
    if (!showsGaps && zone === 'written') return undefined;
    return isAsAnalysed(this.analyses.get(uri)) ? { showsGaps, zone } : undefined;
  }

  private factsOf(uri: vscode.Uri, lines: readonly number[]): Promise<readonly (LineFacts | null)[]> {
    return this.analyses
      .ask(uri)
      .factsOfLines(lines.map((line) => line as ViewLine))
      .catch(() => []);
  }
}

/** Its lines are where they were; of one that has grown the further ones are not known yet. */
export function isAsAnalysed(log: AnalysedLog | undefined): boolean {
  return log !== undefined && log.stale !== 'edited' && log.stale !== 'changed-on-disk';
}

/** From 0; those that are folded away are not among them. */
function linesAround({ document, visibleRanges }: vscode.TextEditor): readonly number[] {
  const lines = new Set<number>();
  for (const [i, { start, end }] of visibleRanges.entries()) {
    const first = i === 0 ? Math.max(0, start.line - margin) : start.line;
    const last = i + 1 === visibleRanges.length ? end.line + margin : end.line;
    for (let line = first; line <= Math.min(last, document.lineCount - 1); line++) lines.add(line);
  }
  return [...lines];
}

import * as vscode from 'vscode';
import { durationText, gapBetween } from '../../protocol/gap-text';
import type { ViewLine } from '../../protocol/log-lines';
import type { Analyses } from '../shared/analyses';
import { isAsAnalysed } from './time-painter';

/** Selecting with the keyboard tells every line. */
const settleMs = 120;

/** How long what is selected took, in the status bar: from the record of its first line to that of its last. */
export class SelectedTime implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly subscription: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly analyses: Analyses) {
    this.item = vscode.window.createStatusBarItem(
      'oddline.selectedTime',
      vscode.StatusBarAlignment.Right,
      101,
    );
    this.item.name = vscode.l10n.t('Oddline: duration of the selection');
    const soon = () => this.soon();
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(soon),
      vscode.window.onDidChangeActiveTextEditor(soon),
      analyses.onDidChange(soon),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.item.dispose();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show(), settleMs);
  }

  private async show(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const selection = editor?.selection;
    const selected = selection && linesOf(selection);
    const milliseconds = selected && (await this.durationOf(editor.document.uri, selected));
    // Something else may be selected by now; that is told by itself.
    if (
      editor !== vscode.window.activeTextEditor ||
      (selection && editor?.selection.isEqual(selection) === false)
    )
      return;
    if (milliseconds === undefined || milliseconds === null) return this.item.hide();
    const duration = durationText(milliseconds);
    this.item.text = `$(clock) ${duration}`;
    this.item.tooltip = vscode.l10n.t('From the first selected record to the last: {0}', duration);
    this.item.show();
  }

  private async durationOf(uri: vscode.Uri, lines: readonly ViewLine[]): Promise<number | null> {
    if (!isAsAnalysed(this.analyses.get(uri))) return null;
    const facts = await this.analyses
      .ask(uri)
      .factsOfLines(lines)
      .catch(() => []);
    return gapBetween(facts[0]?.time ?? null, facts[1]?.time ?? null);
  }
}

/** First and last, from 0; undefined within one line. A selection that ends before a line's first character has not got that line. */
function linesOf({ start, end }: vscode.Selection): readonly ViewLine[] | undefined {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return last === start.line ? undefined : [start.line as ViewLine, last as ViewLine];
}

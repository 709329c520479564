import * as vscode from 'vscode';
import type { AnalysedLog } from '../../shared/analyses';
import { escapeMarkdown, onOneLine } from '../../shared/markdown';
import { twinOf } from '../../shared/text-view-uri';
import type { TriageItem } from './items';
import { allKeysText, keysText, progressText, reachText, type TriageProgress, whyText } from './triage-words';

interface Shown {
  readonly uri: string;
  readonly line: number;
  /** One paragraph each. */
  readonly texts: readonly string[];
}

/** Says what is looked at and which keys there are: in the status bar, and in VS Code's editor around the line and in its hover. */
export class TriageHint implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'oddline.triage',
    vscode.StatusBarAlignment.Left,
    1,
  );
  private readonly frame = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderWidth: '1px',
    borderStyle: 'solid',
    borderColor: new vscode.ThemeColor('focusBorder'),
  });
  private readonly hovers: vscode.Disposable;
  private shown: Shown | undefined;
  /** Of what was looked at first. */
  private firstId: string | undefined;

  constructor() {
    this.item.name = vscode.l10n.t('Oddline Triage');
    this.item.command = 'oddline.triage.end';
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.prominentBackground');
    this.hovers = vscode.languages.registerHoverProvider('*', {
      provideHover: ({ uri }, { line }) => this.hoverAt(twinOf(uri).toString(), line + 1),
    });
  }

  show(item: TriageItem, log: AnalysedLog, line: number, progress: TriageProgress): void {
    const why = onOneLine(whyText(item, log));
    const reach = reachText(item, log);
    const done = progressText(progress);
    // All keys once: whoever goes on knows them, and a hover hides lines.
    this.firstId ??= item.id;
    const keys = item.id === this.firstId ? [allKeysText()] : [];
    this.shown = { uri: log.uri.toString(), line, texts: [why, `${done} · ${reach}`, ...keys] };
    this.item.text = `$(tag) ${done} · ${reach} · ${keysText()}`;
    this.item.tooltip = [why, reach, allKeysText()].join('\n');
    // A status: screen readers say it when it changes, without the focus going there.
    this.item.accessibilityInformation = {
      label: [vscode.l10n.t('Oddline triage'), why, reach, done, allKeysText()].join('. '),
      role: 'status',
    };
    this.item.show();
    this.mark(log, line);
  }

  hide(): void {
    this.shown = undefined;
    this.firstId = undefined;
    this.item.hide();
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.frame, []);
  }

  dispose(): void {
    this.hovers.dispose();
    this.item.dispose();
    this.frame.dispose();
  }

  private mark({ uri }: AnalysedLog, line: number): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      const isIts = twinOf(document.uri).toString() === uri.toString() && line <= document.lineCount;
      editor.setDecorations(this.frame, isIts ? [new vscode.Range(line - 1, 0, line - 1, 0)] : []);
    }
  }

  private hoverAt(uri: string, line: number): vscode.Hover | undefined {
    const { shown } = this;
    if (shown?.uri !== uri || shown.line !== line) return undefined;
    const paragraphs = shown.texts.map((text) => text.split('\n').map(escapeMarkdown).join('  \n'));
    return new vscode.Hover(new vscode.MarkdownString(paragraphs.join('\n\n')));
  }
}

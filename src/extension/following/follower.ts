import * as vscode from 'vscode';
import { type FileStep, WatchedFile } from '../../node/files/watched-file';
import { Stickiness } from './stickiness';

const pollMs = 500;

/** What a follower is doing, for the status bar. */
export interface FollowerState {
  readonly isAtEnd: boolean;
  /** The text in the editor is not the file's: VS Code keeps what was typed. */
  readonly isEdited: boolean;
  readonly happened: FileStep | undefined;
  readonly missedLines: number;
}

/** What stays worth saying until the next of them. */
const events: ReadonlySet<FileStep> = new Set(['cut', 'replaced', 'gone', 'back']);

/**
 * Keeps a text editor at the end of its file. VS Code takes over what changed on disk itself where its watchers work; where nothing came of a
 * change by the next look, the file is read again by VS Code's own command, which knows the active editor only: other
 * tabs catch up when they come to the front. The command asks nothing and would take away what was typed, so it is not given
 * while anything in the window is unsaved.
 */
export class Follower implements vscode.Disposable {
  private readonly file: WatchedFile;
  private readonly stickiness: Stickiness;
  private readonly subscription: vscode.Disposable;
  private readonly timer: NodeJS.Timeout;
  private isLooking = false;
  private isDisposed = false;
  private hasLooked = false;
  /** The file changed and the editor has not shown it yet; counts the looks since. */
  private unshown = 0;
  private happened: FileStep | undefined;
  private missedLines = 0;

  constructor(
    private readonly document: vscode.TextDocument,
    private readonly told: { readonly changed: () => void; readonly grown: () => void },
  ) {
    this.file = new WatchedFile(document.uri.fsPath);
    this.stickiness = new Stickiness(document.lineCount);
    this.subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document && event.contentChanges.length > 0) this.textChanged();
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (textEditor.document === document) this.scrolled(textEditor);
      }),
    );
    this.timer = setInterval(() => void this.look(), pollMs).unref();
    void this.look();
    this.showEnd();
  }

  get state(): FollowerState {
    const { happened, missedLines } = this;
    return { isAtEnd: this.stickiness.isAtEnd, isEdited: this.document.isDirty, happened, missedLines };
  }

  /** Back to the end. What was said of the past was seen by then. */
  resume(): void {
    this.missedLines = 0;
    this.happened = undefined;
    this.stickiness.resume(this.document.lineCount);
    this.showEnd();
    this.told.changed();
  }

  dispose(): void {
    this.isDisposed = true;
    clearInterval(this.timer);
    this.subscription.dispose();
    void this.file.dispose();
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      const { step, missedLines } = await this.file.look();
      // Nobody follows any more: the editor stays as it is.
      if (this.isDisposed) return;
      if (!this.hasLooked) this.begin();
      else if (step !== 'same') this.fileChanged(step, missedLines);
      await this.takeOver();
    } finally {
      this.isLooking = false;
    }
  }

  /** The editor may show the file as it was when it was opened. */
  private begin(): void {
    this.hasLooked = true;
    this.unshown = 1;
  }

  private fileChanged(step: FileStep, missedLines: number): void {
    this.missedLines += missedLines;
    if (events.has(step)) this.happened = step;
    if (step !== 'gone') {
      this.unshown = 1;
      this.told.grown();
    }
    this.told.changed();
  }

  /** VS Code has had its time: the look before was the one that saw the change. */
  private async takeOver(): Promise<void> {
    if (this.unshown === 0) return;
    if (this.unshown++ < 2) return;
    if (!isAloneToBeReadAgain(this.document)) return;
    this.unshown = 0;
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }

  private textChanged(): void {
    this.unshown = 0;
    this.stickiness.changed(this.document.lineCount);
    if (this.stickiness.isAtEnd && !this.document.isDirty) this.showEnd();
    this.told.changed();
    // What VS Code has taken over was seen: it is not missed when the file goes.
    if (!this.document.isDirty) void this.look();
  }

  private scrolled({ visibleRanges }: vscode.TextEditor): void {
    const last = visibleRanges.at(-1)?.end.line;
    const before = this.stickiness.isAtEnd;
    if (last !== undefined) this.stickiness.scrolled(last, this.document.lineCount);
    if (before !== this.stickiness.isAtEnd) this.told.changed();
  }

  private showEnd(): void {
    const end = this.document.lineAt(this.document.lineCount - 1).range.start;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === this.document) editor.revealRange(new vscode.Range(end, end));
    }
  }
}

/**
 * Whether the command would reach this document and no text that is not on disk. It takes the active tab, or what is selected in the
 * list of open editors, which extensions do not see: so nothing at all may be unsaved.
 */
function isAloneToBeReadAgain(document: vscode.TextDocument): boolean {
  const { activeTabGroup, all } = vscode.window.tabGroups;
  const input = activeTabGroup.activeTab?.input;
  const isInFront = input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString();
  const isUnsaved = all.some(({ tabs }) => tabs.some(({ isDirty }) => isDirty));
  return isInFront && !isUnsaved && !document.isDirty;
}

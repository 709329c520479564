import * as vscode from 'vscode';
import type { SelectedStretch } from '../../protocol/big-log';

/** Both included, as `LogEditor` counts. */
export interface SelectedLineNumbers {
  readonly first: number;
  readonly last: number;
  /** Of a merge, whose rows are lines of several files: all that is selected, a stretch a file. `first` and `last` are its ends on screen alone. */
  readonly stretches?: readonly SelectedLineNumbers[];
}

/** An editor on a log, whether VS Code's own or ours. Lines are 1-based, and where a log has several files, counted through all. */
export interface LogEditor {
  readonly uri: vscode.Uri;
  caretLine(): number;
  /** Shows the line and puts the caret on it; `hover`: says also why it is marked. */
  reveal(line: number, hover: boolean): Promise<void>;
  /** Of one that is ours: what is selected of a line's text; undefined where nothing is. */
  selected?(): Promise<SelectedStretch | undefined>;
  /** Of one that is ours: the lines a selection touches; undefined where nothing is selected. */
  selectedLines?(): Promise<SelectedLineNumbers | undefined>;
}

/** Our own editors on logs; VS Code knows its own. Whoever shows a log registers here, so that navigation reaches it. */
export class LogEditors implements vscode.Disposable {
  /** Most recently active last. */
  private readonly editors: LogEditor[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  add(editor: LogEditor): vscode.Disposable {
    this.editors.push(editor);
    this.changed.fire();
    return new vscode.Disposable(() => {
      const at = this.editors.indexOf(editor);
      if (at >= 0) this.editors.splice(at, 1);
      this.changed.fire();
    });
  }

  /** To be told whenever one comes to the front. */
  activated(editor: LogEditor): void {
    const at = this.editors.indexOf(editor);
    if (at < 0) return;
    this.editors.splice(at, 1);
    this.editors.push(editor);
    this.changed.fire();
  }

  of(uri: vscode.Uri): LogEditor | undefined {
    const key = uri.toString();
    return this.editors.findLast((editor) => editor.uri.toString() === key);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

import * as vscode from 'vscode';

const kinds = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/** Presses a button of a message, at once or later, or none of them. */
type Answer = (buttons: readonly string[]) => string | undefined | Promise<string>;

const pressNothing: Answer = () => undefined;

/**
 * What the extension tells its user, read before the workbench would show it: tests and extension share one `vscode`
 * module. Made in a `before`, given back in an `after`.
 */
export class Messages {
  readonly texts: string[] = [];
  private readonly original = kinds.map((kind) => [kind, vscode.window[kind]] as const);

  constructor(answer: Answer = pressNothing) {
    const take = async (text: string, ...buttons: string[]) => {
      this.texts.push(text);
      return answer(buttons);
    };
    for (const kind of kinds) Object.assign(vscode.window, { [kind]: take });
  }

  /** Everything told since the last call, one message a line. */
  take(): string {
    return this.texts.splice(0).join('\n');
  }

  giveBack(): void {
    for (const [kind, show] of this.original) Object.assign(vscode.window, { [kind]: show });
  }
}

import * as vscode from 'vscode';

/** Which of the offered labels is taken; undefined gives up. */
type Pick = (labels: readonly string[], title: string) => string | undefined;
type Shown = vscode.QuickPickItem | string;

/**
 * What the extension asks its user, answered before the workbench would show it: tests and extension share one `vscode`
 * module. Made in a `before`, given back in an `after`.
 */
export class Choices {
  /** By list shown: label, description and detail of each row. */
  readonly offered: string[][] = [];
  private readonly picks: Pick[] = [];
  private readonly inputs: string[] = [];
  /** What input boxes said of texts that were no answer. */
  readonly objections: string[] = [];
  private readonly showQuickPick = vscode.window.showQuickPick;
  private readonly showInputBox = vscode.window.showInputBox;

  constructor() {
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly Shown[], options: vscode.QuickPickOptions = {}) =>
        this.pick(items, options),
      showInputBox: (options: vscode.InputBoxOptions) => this.input(options),
    });
  }

  /** Answers the next lists, in order: the first row whose texts hold it. */
  willPick(...texts: readonly string[]): void {
    for (const text of texts) this.picks.push((labels) => labels.find((label) => label.includes(text)));
  }

  /** Answers the next input box: the last of the texts is taken if nothing is said against it. */
  willType(...texts: readonly string[]): void {
    this.inputs.push(...texts);
  }

  giveBack(): void {
    Object.assign(vscode.window, { showQuickPick: this.showQuickPick, showInputBox: this.showInputBox });
  }

  private async pick(
    items: readonly Shown[],
    { title = '' }: vscode.QuickPickOptions,
  ): Promise<Shown | undefined> {
    const rows = items.map((item) =>
      typeof item === 'string' ? item : [item.label, item.description, item.detail].join('\n'),
    );
    this.offered.push(rows);
    const wanted = this.picks.shift()?.(rows, title);
    return wanted === undefined ? undefined : items[rows.indexOf(wanted)];
  }

  private async input(options: vscode.InputBoxOptions): Promise<string | undefined> {
    for (const text of this.inputs.splice(0)) {
      const objection = await options.validateInput?.(text);
      if (!objection) return text;
      this.objections.push(typeof objection === 'string' ? objection : objection.message);
    }
    return undefined;
  }
}

import * as vscode from 'vscode';

/** One step back. */
export const back = Symbol('back');
export type Answered<Value> = Value | typeof back | undefined;

export interface StepPlace {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
}

export interface TextQuestion {
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly password?: boolean;
  /** What is wrong with it; undefined where nothing is. */
  readonly problemOf?: (value: string) => string | undefined;
}

/** Undefined where it was given up. */
export function askText(place: StepPlace, question: TextQuestion): Promise<Answered<string>> {
  const box = vscode.window.createInputBox();
  Object.assign(box, placed(place), {
    prompt: question.prompt,
    value: question.value ?? '',
    placeholder: question.placeholder,
    password: question.password === true,
  });
  return answered(box, (finish) => [
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    }),
    box.onDidAccept(() => {
      box.validationMessage = question.problemOf?.(box.value);
      if (box.validationMessage === undefined) finish(box.value);
    }),
  ]);
}

/** Undefined where it was given up. */
export function askPick<Item extends vscode.QuickPickItem>(
  place: StepPlace,
  items: readonly Item[],
  placeholder: string,
): Promise<Answered<Item>> {
  const list = vscode.window.createQuickPick<Item>();
  Object.assign(list, placed(place), { items, placeholder, matchOnDescription: true });
  return answered(list, (finish) => [
    list.onDidAccept(() => {
      const [chosen] = list.selectedItems;
      if (chosen) finish(chosen);
    }),
  ]);
}

function placed({ title, step, steps }: StepPlace) {
  const buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return { title, step, totalSteps: steps, buttons, ignoreFocusOut: true };
}

function answered<Value>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  listen: (finish: (value: Value) => void) => readonly vscode.Disposable[],
): Promise<Answered<Value>> {
  return new Promise((resolve) => {
    const finish = (value: Answered<Value>) => {
      resolve(value);
      input.dispose();
      vscode.Disposable.from(...subscriptions).dispose();
    };
    const subscriptions = [
      ...listen(finish),
      input.onDidTriggerButton(() => finish(back)),
      input.onDidHide(() => finish(undefined)),
    ];
    input.show();
  });
}

import * as vscode from 'vscode';
import { correctionForName } from '../../protocol/template-corrections';
import { localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { templateName } from '../shared/template-title';
import type { Gesture } from './gesture';

/** Of a name: a row of a narrow tree shows no more. */
const longestName = 100;

export const nameTemplate: Gesture = async ({ template }) => {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name Template'),
    prompt: quickPickText(template.pattern),
    placeHolder: vscode.l10n.t('What happens in these lines, in a few words'),
    value: templateName(template) ?? '',
    validateInput: (text) => problemOf(text),
  });
  return name === undefined ? undefined : correctionForName(template, name);

  function problemOf(text: string): string | undefined {
    if (text.trim().length > longestName) {
      return localise({ pattern: 'At most {0} characters. Shorten it.', values: [longestName] });
    }
    const asked = correctionForName(template, text);
    return 'refusal' in asked ? localise(asked.refusal) : undefined;
  }
};

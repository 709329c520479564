import * as vscode from 'vscode';
import { badgeText } from '../shared/model-destination';
import { isChosen, type ModelSettings, modelSettings } from '../shared/model-settings';

/** Who is to judge the examples. */
export type Judge =
  | { readonly kind: 'served'; readonly settings: ModelSettings }
  | { readonly kind: 'onnx'; readonly folder: string };

/** The model the assistant asks, another one, or a classifier; undefined where a person gave up. */
export async function chooseJudge(): Promise<Judge | undefined> {
  const settings = modelSettings();
  const chosen = { label: settings.model, description: badgeText(settings), door: 'chosen' } as const;
  const other = { label: vscode.l10n.t('Choose Model…'), description: '', door: 'other' } as const;
  const onnx = {
    label: vscode.l10n.t('ONNX Classifier in a Folder…'),
    description: '',
    door: 'onnx',
  } as const;
  const pick = await vscode.window.showQuickPick([...(isChosen(settings) ? [chosen] : []), other, onnx], {
    title: vscode.l10n.t('Which model is to be evaluated?'),
    placeHolder: vscode.l10n.t('The fine-tuned one, as its server calls it'),
  });
  if (pick?.door === 'onnx') return classifierFolder();
  if (pick?.door === 'chosen') return { kind: 'served', settings };
  return pick && otherModel(settings);
}

/** By the doors of the assistant; it is the assistant's then, too. */
async function otherModel(before: ModelSettings): Promise<Judge | undefined> {
  await vscode.commands.executeCommand('oddline.chooseModel');
  const settings = modelSettings();
  const isAnother =
    settings.provider !== before.provider ||
    settings.endpoint !== before.endpoint ||
    settings.model !== before.model;
  return isAnother && isChosen(settings) ? chooseJudge() : undefined;
}

async function classifierFolder(): Promise<Judge | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Folder with config.json, tokenizer.json and model.onnx'),
    openLabel: vscode.l10n.t('Choose'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  const folder = chosen?.find(({ scheme }) => scheme === 'file')?.fsPath;
  return folder === undefined ? undefined : { kind: 'onnx', folder };
}

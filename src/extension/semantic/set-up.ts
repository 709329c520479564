import * as vscode from 'vscode';
import { chooseModelFolder } from './choose-folder';
import { chooseServer } from './choose-server';
import { downloadChosen } from './download-chosen';
import type { SemanticParts } from './parts';

/** Set Up Semantic Search: three ways to a model. Nothing is asked anywhere, and nothing loaded, before one is taken. */
export async function setUp(parts: SemanticParts): Promise<void> {
  const doors = [
    {
      label: vscode.l10n.t('A Folder with a Model…'),
      detail: vscode.l10n.t('A model for embeddings exported as ONNX. Nothing leaves the machine.'),
      open: () => chooseModelFolder(parts),
    },
    {
      label: vscode.l10n.t('A Server…'),
      detail: vscode.l10n.t('By OpenAI’s interface for embeddings. Templates go there, secrets hidden.'),
      open: () => chooseServer(parts),
    },
    {
      label: vscode.l10n.t('Download a Model…'),
      detail: vscode.l10n.t('From huggingface.co, once you have agreed. Then nothing leaves the machine.'),
      open: () => downloadChosen(parts),
    },
  ];
  const title = vscode.l10n.t('Which model is to read what lines mean?');
  const isReady = await (await vscode.window.showQuickPick(doors, { title }))?.open();
  if (isReady !== true) return;
  void vscode.window.showInformationMessage(vscode.l10n.t('Semantic search is set up.'));
}

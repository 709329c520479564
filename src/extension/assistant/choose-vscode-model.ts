import * as vscode from 'vscode';
import { setModel } from '../shared/model-settings';
import { listVscodeModels } from '../shared/vscode-model';

/** One of VS Code's own; it asks for consent by itself when the first question goes out. */
export async function chooseVscodeModel(): Promise<void> {
  const models = await listVscodeModels();
  if (models.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'VS Code has no models here. Sign in to GitHub Copilot, or install an extension that brings models, then choose again.',
      ),
    );
    return;
  }
  const picks = models.map(({ id, name, vendor, family }) => ({
    label: name,
    description: `${vendor} · ${family}`,
    id,
  }));
  const pick = await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Which model?') });
  if (pick) await setModel({ provider: 'vscode', endpoint: '', model: pick.id });
}

import * as vscode from 'vscode';
import type { Policy } from '../../node/policy/policy';
import { localise } from '../shared/localise';
import { machinePolicy } from '../shared/privacy-settings';

/** What the administrators of this machine force, shown to whoever looks at the settings. The file itself is read at start. */
export function registerPrivacy(context: vscode.ExtensionContext): void {
  const policy = machinePolicy();
  if (policy.problem) void vscode.window.showWarningMessage(localise(policy.problem));
  context.subscriptions.push(
    vscode.commands.registerCommand('oddline.showPrivacyPolicy', () => showPolicy(policy)),
  );
}

async function showPolicy(policy: Policy): Promise<void> {
  const openFile = { title: vscode.l10n.t('Open Policy File') };
  const openSettings = { title: vscode.l10n.t('Open Settings') };
  const buttons = policy.state === 'none' ? [openSettings] : [openFile, openSettings];
  const [title, detail] = wordsOf(policy);
  const chosen = await vscode.window.showInformationMessage(title, { modal: true, detail }, ...buttons);
  if (chosen === openFile) await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(policy.path));
  if (chosen === openSettings)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'oddline.privacy');
}

function wordsOf({
  state,
  path,
  requiresRedaction,
  problem,
}: Policy): readonly [title: string, detail: string] {
  if (problem) return [vscode.l10n.t('The privacy policy of this machine is damaged.'), localise(problem)];
  if (state === 'none')
    return [
      vscode.l10n.t('No privacy policy is set on this machine.'),
      vscode.l10n.t('There is no file {0}. The settings decide what is hidden from models.', path),
    ];
  return requiresRedaction
    ? [
        vscode.l10n.t('The privacy policy of this machine requires that secrets are hidden.'),
        vscode.l10n.t(
          '{0} says so. Settings that would send secrets and personal data to a model, also to one on this machine, have no effect. A change of the file counts after a restart.',
          path,
        ),
      ]
    : [
        vscode.l10n.t('The privacy policy of this machine forces nothing.'),
        vscode.l10n.t(
          '{0} leaves it to the settings what is hidden from models. A change of the file counts after a restart.',
          path,
        ),
      ];
}

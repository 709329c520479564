import * as vscode from 'vscode';
import { checkEndpoint } from '../../node/llm/check-endpoint';
import { presets } from '../../node/llm/presets';
import { localise } from '../shared/localise';
import { ModelKeys } from '../shared/model-keys';
import { modelSettings, setModel } from '../shared/model-settings';
import { chooseListedModel } from './choose-listed-model';
import type { AssistantParts } from './parts';

/** An address, its key, a model: each step can be given up, and nothing changes before the last. */
export async function chooseEndpoint({ secrets }: Pick<AssistantParts, 'secrets'>): Promise<void> {
  const keys = new ModelKeys(secrets);
  const endpoint = await askAddress();
  if (endpoint === undefined) return;
  const known = await keys.of(endpoint.url);
  const key = known ?? (await askKey(endpoint.url, endpoint.needsKey));
  if (key === undefined) return;
  if (known === undefined && key !== '' && !(await mayHaveKey(endpoint.url))) return;
  const model = await chooseListedModel(endpoint.url, key);
  if (model === undefined) return;
  if (known === undefined) await keys.keep(endpoint.url, key);
  await setModel({ provider: 'endpoint', endpoint: endpoint.url, model });
}

/** Of the endpoint that is set up. */
export async function changeKey({ secrets }: Pick<AssistantParts, 'secrets'>): Promise<void> {
  const { provider, endpoint } = modelSettings();
  if (provider !== 'endpoint' || endpoint === '') {
    await vscode.commands.executeCommand('oddline.chooseModel');
    return;
  }
  const key = await askKey(endpoint, false);
  if (key === undefined || (key !== '' && !(await mayHaveKey(endpoint)))) return;
  await new ModelKeys(secrets).keep(endpoint, key);
}

interface Address {
  readonly url: string;
  readonly needsKey: boolean;
}

async function askAddress(): Promise<Address | undefined> {
  const own = { label: vscode.l10n.t('Another Address…'), description: '', url: '', needsKey: true };
  const picks = presets.map(({ name, url, needsKey }) => ({ label: name, description: url, url, needsKey }));
  const pick = await vscode.window.showQuickPick([...picks, own], {
    title: vscode.l10n.t('Which server?'),
    matchOnDescription: true,
  });
  if (!pick) return undefined;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Address of the server'),
    prompt: vscode.l10n.t('The base address of its OpenAI-compatible interface; it mostly ends in /v1.'),
    value: pick.url,
    ignoreFocusOut: true,
    validateInput: (value) => {
      const checked = checkEndpoint(value, { hasKey: false });
      if (!checked.isUsable) return localise(checked.problem);
      return (
        checked.warning && {
          message: localise(checked.warning),
          severity: vscode.InputBoxValidationSeverity.Warning,
        }
      );
    },
  });
  if (typed === undefined) return undefined;
  const checked = checkEndpoint(typed, { hasKey: false });
  return checked.isUsable ? { url: checked.url, needsKey: pick.needsKey } : undefined;
}

/** Empty where there is none. */
function askKey(url: string, isNeeded: boolean): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Key of {0}', new URL(url).host),
    prompt: isNeeded
      ? vscode.l10n.t('It is kept in the system’s own store of secrets and sent to this server alone.')
      : vscode.l10n.t(
          'Leave it empty where the server needs none. It is kept in the system’s own store of secrets.',
        ),
    password: true,
    ignoreFocusOut: true,
  });
}

async function mayHaveKey(url: string): Promise<boolean> {
  const checked = checkEndpoint(url, { hasKey: true });
  if (checked.isUsable) return true;
  await vscode.window.showErrorMessage(localise(checked.problem));
  return false;
}

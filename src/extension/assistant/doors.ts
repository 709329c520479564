import * as vscode from 'vscode';
import type { Door } from '../../protocol/assistant';
import { chooseEndpoint } from './choose-endpoint';
import { chooseLocal } from './choose-local';
import { chooseVscodeModel } from './choose-vscode-model';
import type { AssistantParts } from './parts';

/** Three ways to a model. Nothing is asked anywhere before one is taken. */
export function doors(): readonly Door[] {
  return [
    {
      kind: 'local',
      title: vscode.l10n.t('A server on this machine'),
      detail: vscode.l10n.t(
        'Looks for Ollama, LM Studio, vLLM and llama.cpp at 127.0.0.1. Nothing leaves the machine.',
      ),
    },
    {
      kind: 'vscode',
      title: vscode.l10n.t('A model of VS Code'),
      detail: vscode.l10n.t(
        'Such as Copilot, with no key. What is asked goes to whoever serves it, secrets hidden.',
      ),
    },
    {
      kind: 'endpoint',
      title: vscode.l10n.t('Any server with a key'),
      detail: vscode.l10n.t(
        'OpenAI, Anthropic, DeepSeek, Qwen, or your own address. What is asked goes there, secrets hidden.',
      ),
    },
  ];
}

export async function openDoor(kind: Door['kind'], parts: Pick<AssistantParts, 'secrets'>): Promise<void> {
  if (kind === 'local') await chooseLocal(parts);
  else if (kind === 'vscode') await chooseVscodeModel();
  else await chooseEndpoint(parts);
}

/** The same by a list, where no page shows them. */
export async function chooseDoor(parts: Pick<AssistantParts, 'secrets'>): Promise<void> {
  const picks = doors().map((door) => ({ label: door.title, detail: door.detail, door: door.kind }));
  const pick = await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Who is to answer?') });
  if (pick) await openDoor(pick.door, parts);
}

import * as vscode from 'vscode';
import type { ModelDestination } from '../../node/llm/chat-model';
import { destinationOf } from '../../node/llm/destination';
import type { ModelSettings } from './model-settings';
import { vscodeHost } from './vscode-model';

type Asked = Pick<ModelSettings, 'provider' | 'endpoint'>;

/** VS Code's own models are served by whoever made them. */
export function destinationOfModel({ provider, endpoint }: Asked): ModelDestination {
  return provider === 'vscode' ? { kind: 'remote', host: vscodeHost } : destinationOf(endpoint);
}

/** Where what is asked goes, in a word or two. */
export function badgeText(asked: Asked): string {
  const { kind, host } = destinationOfModel(asked);
  return kind === 'local' ? vscode.l10n.t('local') : vscode.l10n.t('sent to {0}', host);
}

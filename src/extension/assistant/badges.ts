import { hostname } from 'node:os';
import * as vscode from 'vscode';
import type { Badge } from '../../protocol/assistant';
import { badgeText, destinationOfModel } from '../shared/model-destination';
import type { ModelSettings } from '../shared/model-settings';

/** Where what is asked goes. */
export function badgeOf(settings: Pick<ModelSettings, 'provider' | 'endpoint'>): Badge {
  const { kind } = destinationOfModel(settings);
  return { kind: kind === 'local' ? 'local' : 'sent', text: badgeText(settings) };
}

export function rulesBadge(): Badge {
  return { kind: 'rules', text: vscode.l10n.t('by rules, no model') };
}

/** The machine that `localhost` means: in a remote window it is not the one the reader sits at. Null where nothing is asked there. */
export function localhostOf(settings: Pick<ModelSettings, 'provider' | 'endpoint'>): string | null {
  if (destinationOfModel(settings).kind === 'remote') return null;
  const { remoteName } = vscode.env;
  if (remoteName === undefined) return null;
  // VS Code in a browser gives its own address, which would be taken for the model's.
  return remoteName.includes(':') ? hostname() : `${hostname()} (${remoteName})`;
}

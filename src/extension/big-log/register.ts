import type * as vscode from 'vscode';
import { BigLogOffer } from './offer';
import { openCommands } from './open-commands';
import type { BigLogParts } from './parts';
import { BigLogProvider } from './provider';
import { registerViewCommands } from './view-commands';

/** An editor for logs of any size, and the offer of it where VS Code gives up. */
export function registerBigLog(
  context: vscode.ExtensionContext,
  parts: Omit<BigLogParts, 'extensionUri' | 'memento'>,
): void {
  const { extensionUri, workspaceState, globalState } = context;
  const provider = new BigLogProvider({ ...parts, extensionUri, memento: workspaceState });
  context.subscriptions.push(
    provider.register(),
    new BigLogOffer(globalState),
    ...openCommands(),
    ...registerViewCommands(provider),
  );
}

import * as vscode from 'vscode';
import { failureText } from '../shared/failure-text';
import type { RemoteOpening, RemoteWish } from '../shared/remote-opening';
import type { SourceConsent } from '../shared/source-consent';

/** From what runs here to its marked lines in two choices. */
export function registerPicking(
  context: vscode.ExtensionContext,
  { opening, consent }: { readonly opening: RemoteOpening; readonly consent: SourceConsent },
): void {
  const command = (name: string, pick: () => Promise<readonly RemoteWish[] | undefined>) =>
    vscode.commands.registerCommand(name, async () => {
      try {
        return (await consent.mayRunHere()) ? await openPicked(await pick(), opening) : undefined;
      } catch (error) {
        return void vscode.window.showErrorMessage(failureText(error));
      }
    });
  context.subscriptions.push(
    command('oddline.pickContainer', async () => (await import('./pick-container')).pickContainers()),
    command('oddline.pickPod', async () => (await import('./pick-pod')).pickPods()),
  );
}

async function openPicked(
  wishes: readonly RemoteWish[] | undefined,
  opening: RemoteOpening,
): Promise<vscode.Uri | undefined> {
  if (!wishes) return undefined;
  const [first, ...others] = wishes;
  if (others.length === 0) return opening.open(first);
  return opening.openTogether(wishes, wishes.map(({ source }) => source.name).join(' + '));
}

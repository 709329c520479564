import * as vscode from 'vscode';
import { namedZone, zonedTime } from '../../protocol/time-text';
import type { Settings } from '../shared/settings';

interface ZoneItem extends vscode.QuickPickItem {
  /** As the setting has it. */
  readonly zone: string;
}

/** Asks in which zone times are shown everywhere, and keeps it. */
export async function showTimesIn(settings: Settings): Promise<void> {
  const chosen = await vscode.window.showQuickPick(itemsFor(settings.current.zone), {
    title: vscode.l10n.t('Show Times In'),
    placeHolder: vscode.l10n.t('In trees, hovers, pages and before the lines of logs'),
    matchOnDescription: true,
  });
  if (chosen?.kind !== vscode.QuickPickItemKind.Separator && chosen) await keep(chosen.zone);
}

function itemsFor(current: string): readonly ZoneItem[] {
  const now = String(BigInt(Date.now()) * 1_000_000n);
  const item = (zone: string, label: string, description: string): ZoneItem => ({
    label: namedZone(zone) === current ? `$(check) ${label}` : label,
    description,
    zone,
  });
  const offsetOf = (zone: string) => `UTC${zonedTime(now, zone)?.offset ?? ''}`;
  const local = namedZone('local');
  const named = Intl.supportedValuesOf('timeZone').map((zone) => item(zone, zone, offsetOf(zone)));
  return [
    item('written', vscode.l10n.t('As written'), vscode.l10n.t('UTC where a log names no zone')),
    item('local', vscode.l10n.t('Local time'), `${local} · ${offsetOf(local)}`),
    item('UTC', 'UTC', ''),
    { label: '', kind: vscode.QuickPickItemKind.Separator, zone: '' },
    ...named.filter(({ zone }) => zone !== 'UTC'),
  ];
}

/** Where it is set already, else for all windows. */
async function keep(zone: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('oddline');
  const isOfWorkspace = configuration.inspect('time.zone')?.workspaceValue !== undefined;
  const target = isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('time.zone', zone, target);
}

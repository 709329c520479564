import * as vscode from 'vscode';
import { shownCommand } from '../../node/sources/command/shown-command';
import type { LogSource } from '../../protocol/log-source';

const confirmedCommands = 'oddline.confirmedCommands';
/** Those confirmed first are asked about again. */
const mostRemembered = 200;

/** What a source needs a person's word for: to be asked at all in a workspace that is not trusted, and to run a command for the first time. */
export class SourceConsent {
  /** In this window, of sources by name. */
  private readonly allowed = new Set<string>();

  constructor(private readonly memory: vscode.Memento) {}

  async mayUse(source: LogSource): Promise<boolean> {
    return (await this.mayUseHere(source)) && (await this.mayRun(source));
  }

  /** Whoever picked a container or a pod from a list has said what is to be run: Oddline itself made the command of it. */
  mayUsePicked(source: LogSource): Promise<boolean> {
    return this.mayUseHere(source);
  }

  /** Being asked who it is runs no command. */
  mayTest(source: LogSource): Promise<boolean> {
    return this.mayUseHere(source);
  }

  /** Any command, that which lists what runs here too. Says so where it may not be. */
  async mayRunHere(): Promise<boolean> {
    if (vscode.workspace.isTrusted) return true;
    const text = vscode.l10n.t('This workspace is not trusted, so no command is run in it. Trust it first.');
    const manage = vscode.l10n.t('Manage Workspace Trust');
    if ((await vscode.window.showWarningMessage(text, manage)) === manage)
      await vscode.commands.executeCommand('workbench.trust.manage');
    return false;
  }

  private async mayUseHere({ name, kind }: LogSource): Promise<boolean> {
    if (kind === 'command') return this.mayRunHere();
    if (vscode.workspace.isTrusted || this.allowed.has(name)) return true;
    const use = vscode.l10n.t('Ask {0}', name);
    const detail = vscode.l10n.t(
      'This workspace is not trusted. The log source {0} is your own, set up on this machine; it is asked only if you say so.',
      name,
    );
    const title = vscode.l10n.t('Use this log source here?');
    const isAllowed = (await vscode.window.showWarningMessage(title, { modal: true, detail }, use)) === use;
    if (isAllowed) this.allowed.add(name);
    return isAllowed;
  }

  private async mayRun(source: LogSource): Promise<boolean> {
    if (source.kind !== 'command') return true;
    const command = JSON.stringify(source.command);
    const confirmed = this.memory.get<readonly string[]>(confirmedCommands, []);
    if (confirmed.includes(command)) return true;
    const run = vscode.l10n.t('Run');
    const title = vscode.l10n.t('Run this command on this machine?');
    const detail = shownCommand(source.command);
    if ((await vscode.window.showWarningMessage(title, { modal: true, detail }, run)) !== run) return false;
    await this.memory.update(confirmedCommands, [...confirmed, command].slice(-mostRemembered));
    return true;
  }
}

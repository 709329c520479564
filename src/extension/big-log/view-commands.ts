import * as vscode from 'vscode';
import type { BigLogCommand } from '../../protocol/big-log';
import type { BigLogProvider } from './provider';

/** What the view does by itself: the palette and keys only tell it to. */
const viewCommands: Readonly<Record<string, BigLogCommand>> = {
  'oddline.bigLog.find': 'find',
  'oddline.bigLog.findNext': 'findNext',
  'oddline.bigLog.findPrevious': 'findPrevious',
  'oddline.bigLog.filter': 'filter',
  'oddline.bigLog.goToLine': 'goToLine',
  'oddline.bigLog.goToTime': 'goToTime',
  'oddline.bigLog.toggleDetails': 'toggleDetails',
  'oddline.bigLog.toggleWrap': 'toggleWrap',
  'oddline.bigLog.selectAll': 'selectAll',
  'oddline.bigLog.copy': 'copy',
  'oddline.bigLog.copyAsMarkdown': 'copyAsMarkdown',
};

export function registerViewCommands(provider: BigLogProvider): vscode.Disposable[] {
  const told = Object.entries(viewCommands).map(([name, command]) =>
    vscode.commands.registerCommand(name, () => provider.active?.command(command)),
  );
  const follow = vscode.commands.registerCommand('oddline.bigLog.follow', () =>
    provider.active?.toggleFollowing(),
  );
  return [...told, follow];
}

import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import type { Readings } from '../shared/readings';
import type { Settings } from '../shared/settings';
import { longestGaps } from './longest-gaps';
import { SelectedTime } from './selected-time';
import { showTimesIn } from './show-times-in';
import { TimePainter } from './time-painter';
import { toggleGaps } from './toggle-gaps';

/** Times between lines, how long a selection took, and the zone all times are shown in. */
export function registerTime(
  context: vscode.ExtensionContext,
  { analyses, readings, settings }: { analyses: Analyses; readings: Readings; settings: Settings },
): void {
  let { zone } = settings.current;
  context.subscriptions.push(
    new TimePainter(analyses, readings),
    new SelectedTime(analyses),
    settings.onDidChange(() => {
      if (settings.current.zone === zone) return;
      ({ zone } = settings.current);
      readings.changeAll({ zone });
    }),
    vscode.commands.registerCommand('oddline.toggleGaps', (uri: unknown) =>
      toggleGaps(uri, analyses, readings),
    ),
    vscode.commands.registerCommand('oddline.longestGaps', (uri: unknown) =>
      longestGaps(uri, analyses, readings),
    ),
    vscode.commands.registerCommand('oddline.showTimesIn', () => showTimesIn(settings)),
  );
}

import * as vscode from 'vscode';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { knownLog } from '../shared/known-log';
import { formatNumber, localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { notCompared } from './grouped-rows';
import type { MeaningGrouping } from './meaning-grouping';
import type { TemplatesRow } from './rows';
import type { TemplatesTree } from './templates-tree';

const viewId = 'oddline.templates';
/** Tells the title menu what can be done: `none`, `running` or `grouped`, of the log whose templates are listed. */
const stateKey = 'oddline.templateGrouping';

export interface GroupingParts {
  readonly analyses: Analyses;
  readonly grouping: MeaningGrouping;
  readonly tree: TemplatesTree;
  readonly view: vscode.TreeView<TemplatesRow>;
}

/** By meaning and back. A model is asked by the command alone, never because another log is in front or this one was analysed again. */
export function groupingCommands(parts: GroupingParts): vscode.Disposable[] {
  const { grouping, tree } = parts;
  const register = vscode.commands.registerCommand;
  const ofShown = (act: (log: AnalysedLog) => void) => () => tree.shown && act(tree.shown);
  return [
    register('oddline.groupByMeaning', (argument: unknown) => group(argument, parts)),
    register(
      'oddline.cancelGroupingByMeaning',
      ofShown((log) => grouping.cancel(log)),
    ),
    register(
      'oddline.ungroupTemplates',
      ofShown((log) => grouping.ungroup(log)),
    ),
  ];
}

async function group(argument: unknown, parts: GroupingParts): Promise<void> {
  const { analyses, grouping, tree, view } = parts;
  const log = knownLog(analyses, argument);
  if (log === undefined) return tell(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  await vscode.commands.executeCommand(`${viewId}.focus`);
  tree.show(log);
  const groups = await vscode.window.withProgress({ location: { viewId } }, () => grouping.group(log));
  if (groups === undefined) return;
  if (!groups.some((members) => members.length > 1)) {
    grouping.ungroup(log);
    return tell(vscode.l10n.t('No two templates of {0} mean much the same.', logName(log.uri)));
  }
  // Whoever has turned to something else meanwhile is left there.
  const first = tree.shown?.uri.toString() === log.uri.toString() ? tree.firstRow() : undefined;
  if (first && view.visible) await view.reveal(first, { select: true, focus: true });
}

/** What the view says of itself. */
export function tellGrouping({ grouping, tree, view }: Omit<GroupingParts, 'analyses'>): void {
  const state = grouping.stateOf(tree.shown);
  void vscode.commands.executeCommand('setContext', stateKey, state);
  view.description = state === 'grouped' ? vscode.l10n.t('by meaning') : '';
  view.message = tree.shown ? messageOf(tree.shown, grouping) : '';
}

function messageOf(log: AnalysedLog, grouping: MeaningGrouping): string {
  const state = grouping.stateOf(log);
  if (state === 'none') return '';
  if (state === 'running') return vscode.l10n.t('Grouping templates by meaning');
  const groups = grouping.groupsOf(log);
  if (grouping.leftOf(log) > 0)
    return vscode.l10n.t(
      'The {0} commonest templates were compared by meaning.',
      formatNumber(groups.flat().length),
    );
  const newer = notCompared(log, groups);
  if (newer === 0) return '';
  const one = '1 template is newer than the groups. Group again to place it.';
  return localise(counted(newer, one, '{0} templates are newer than the groups. Group again to place them.'));
}

function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}

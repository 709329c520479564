import * as vscode from 'vscode';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { isFindingArgument } from '../shared/finding-argument';
import { findingAtCaret, tellNoFinding } from '../shared/finding-at-caret';
import { registerLogLifetime } from '../shared/log-lifetime';
import type { GroupByMeaning } from '../shared/meaning-groups';
import { groupingCommands, tellGrouping } from './grouping-commands';
import { MeaningGrouping } from './meaning-grouping';
import { parameterText } from './parameter-items';
import type { LineRow, Order, TemplatesRow } from './rows';
import { TemplatesTree } from './templates-tree';
import { goToLineCommand, showMoreCommand } from './tree-items';

const orders: readonly { readonly command: string; readonly order: Order }[] = [
  { command: 'oddline.sortTemplatesByCount', order: 'count' },
  { command: 'oddline.sortTemplatesByRarity', order: 'rarity' },
  { command: 'oddline.sortTemplatesByFirstSeen', order: 'first-seen' },
];
/** Tells the title menu which order is on. */
const orderKey = 'oddline.templateOrder';

export function registerTemplatesTree(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  groupByMeaning: GroupByMeaning,
): void {
  const grouping = new MeaningGrouping(groupByMeaning);
  const tree = new TemplatesTree(analyses, (log) => grouping.groupsOf(log));
  const view = vscode.window.createTreeView('oddline.templates', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const register = vscode.commands.registerCommand;
  const sort = (order: Order) => {
    tree.sortBy(order);
    void vscode.commands.executeCommand('setContext', orderKey, order);
  };
  const show = () => {
    tree.show(analyses.current());
    tellGrouping({ grouping, tree, view });
  };
  registerLogLifetime(context, grouping);
  context.subscriptions.push(
    view,
    grouping,
    ...groupingCommands({ analyses, grouping, tree, view }),
    analyses.onDidChange(show),
    grouping.onDidChange(() => {
      tree.regroup();
      tellGrouping({ grouping, tree, view });
    }),
    view.onDidCollapseElement(({ element }) => tree.closed(element)),
    register(goToLineCommand, goToLine),
    register(showMoreCommand, (row: TemplatesRow) => tree.showMore(row)),
    register(
      'oddline.copyTemplate',
      (row?: TemplatesRow) => row && vscode.env.clipboard.writeText(textOf(row)),
    ),
    register('oddline.linesLikeThis', (argument: unknown) => linesLikeThis(analyses, tree, view, argument)),
    ...orders.map(({ command, order }) => register(command, () => sort(order))),
  );
  show();
  sort('count');
}

/** Where the line is by now: rows are not made again at every key stroke. Lines of a baseline stay where they are. */
async function goToLine({ log, uri, line, found }: LineRow): Promise<void> {
  const isLog = log.report.sources[found.source].role === 'log';
  const now = isLog ? (log.lineNow(line) ?? line) : line;
  await vscode.commands.executeCommand('oddline.revealLine', { uri, line: now });
}

/** Opens the template of a finding, or of the finding at the caret, with its lines. */
async function linesLikeThis(
  analyses: Analyses,
  tree: TemplatesTree,
  view: vscode.TreeView<TemplatesRow>,
  argument: unknown,
): Promise<void> {
  const wanted = isFindingArgument(argument) ? argument : findingAtCaret(analyses);
  const log = wanted && analyses.get(vscode.Uri.parse(wanted.uri));
  const finding = log && findingOf(log, wanted.findingId);
  if (!finding) return tellNoFinding(analyses);
  tree.show(log);
  const row = tree.rowOf(finding.templateId);
  if (row) await view.reveal(row, { select: true, focus: true, expand: true });
}

function findingOf(log: AnalysedLog, id: string) {
  return [...log.report.findings, ...log.report.strangest].find((finding) => finding.id === id);
}

function textOf(row: TemplatesRow): string {
  switch (row.kind) {
    case 'template':
      return row.template.pattern;
    case 'line':
      return row.found.excerpt;
    case 'parameter':
      return parameterText(row.summary);
    case 'value':
      return row.text;
    default:
      return '';
  }
}

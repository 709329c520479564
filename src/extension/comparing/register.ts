import * as vscode from 'vscode';
import { comparisonText } from '../../protocol/comparison';
import { activeUri } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import type { ComparedLines } from '../shared/compared-lines';
import type { ComparedReports } from '../shared/compared-reports';
import { lineEdit } from '../shared/line-edits';
import { localise } from '../shared/localise';
import type { LogCorrections } from '../shared/log-corrections';
import type { LogFiles } from '../shared/log-files';
import { registerLogLifetime } from '../shared/log-lifetime';
import { logName } from '../shared/log-name';
import { targetLog } from '../shared/log-target';
import type { Output } from '../shared/output';
import type { Settings } from '../shared/settings';
import { chooseGoodLogs } from './choose-good-logs';
import { compareWith } from './compare';
import { type ComparedLog, ComparedLogs } from './compared-logs';
import { ComparisonTree } from './comparison-tree';
import { isOfLog } from './differences';
import { registerComparisonHover } from './hover';
import { ComparisonMarks, comparedSpans } from './marks';
import { comparedText, placeOfLine } from './place';
import { type ComparisonRow, type DifferenceRow, rootRows } from './rows';
import { nextLine, previousLine } from './steps';
import { goToDifferenceCommand, showMoreCommand } from './tree-items';

/** Tells the view to be there. */
const shownKey = 'oddline.hasComparison';
/** The active editor's log was compared. */
const activeKey = 'oddline.activeIsCompared';

export interface ComparingNeeds {
  readonly analyses: Analyses;
  readonly corrections: LogCorrections;
  readonly files: LogFiles;
  readonly settings: Settings;
  readonly output: Output;
  /** The built `analysis-worker.js`. */
  readonly workerPath: string;
}

/** A log against a good one: what is new, what comes far more often, what is gone. */
export function registerComparing(
  context: vscode.ExtensionContext,
  needs: ComparingNeeds,
): ComparedLines & ComparedReports {
  const { analyses, settings, workerPath } = needs;
  const compared = new ComparedLogs();
  const tree = new ComparisonTree(compared);
  const view = vscode.window.createTreeView('oddline.comparison', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const known = (argument: unknown) =>
    (argument instanceof vscode.Uri ? compared.get(argument) : undefined) ?? compared.current();
  const compare = async (uri: vscode.Uri, good: ComparedLog['good']) => {
    const log = await compareWith(uri, good, { ...needs, compared });
    if (log) await reveal(view, log);
    return log;
  };
  const commands = {
    'oddline.compareWithGoodLog': async (argument: unknown) => {
      const uri = await targetLog(argument);
      const good = uri && (await chooseGoodLogs(uri, analyses, workerPath));
      return uri && good && compare(uri, good);
    },
    'oddline.compareAgain': (argument: unknown) => {
      const log = known(argument);
      return log && compare(log.uri, log.good);
    },
    'oddline.clearComparison': (argument: unknown) => {
      const log = known(argument);
      if (log) compared.forget(log.uri);
    },
    'oddline.nextDifference': () => step(analyses, compared.current(), nextLine),
    'oddline.previousDifference': () => step(analyses, compared.current(), previousLine),
    [goToDifferenceCommand]: goTo,
    [showMoreCommand]: (row: Extract<ComparisonRow, { kind: 'more' }>) => tree.showMore(row),
  };
  const update = () => {
    const log = tree.update();
    view.description = log ? comparedText(log) : '';
    view.message = log && foundNothing(log) ? comparisonText(log.report, localise) : '';
    void vscode.commands.executeCommand('setContext', shownKey, log !== undefined);
    const active = activeUri();
    const isActive = active !== undefined && compared.get(active) !== undefined;
    void vscode.commands.executeCommand('setContext', activeKey, isActive);
  };
  registerLogLifetime(context, compared);
  context.subscriptions.push(
    compared,
    view,
    new ComparisonMarks(compared),
    registerComparisonHover(compared, () => settings.current.hover),
    compared.onDidChange(update),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) compared.edited(document.uri, contentChanges.map(lineEdit));
    }),
    ...Object.entries(commands).map(([name, command]) => vscode.commands.registerCommand(name, command)),
  );
  return {
    of: (uri) => comparedSpans(uri, compared),
    get: (uri) => compared.get(uri),
    onDidChange: compared.onDidChange,
  };
}

function foundNothing({ report: { totals } }: ComparedLog): boolean {
  return totals.new + totals.shifted === 0;
}

/** The view appears with its first comparison; one that has no rows is told. */
async function reveal(view: vscode.TreeView<ComparisonRow>, log: ComparedLog): Promise<void> {
  const [first] = rootRows(log);
  if (first === undefined) {
    const text = vscode.l10n.t('{0}: {1}', logName(log.uri), comparisonText(log.report, localise));
    void vscode.window.showInformationMessage(text);
    return;
  }
  await vscode.commands.executeCommand('setContext', shownKey, true);
  await view.reveal(first, { select: false, focus: false });
}

async function step(
  analyses: Analyses,
  log: ComparedLog | undefined,
  stepFrom: (log: ComparedLog, line: number) => number | undefined,
): Promise<void> {
  if (!log) return;
  const line = stepFrom(log, analyses.caretLine(log.uri));
  if (line === undefined) vscode.window.setStatusBarMessage(vscode.l10n.t('No differences to go to'), 3000);
  else await vscode.commands.executeCommand('oddline.revealLine', { uri: log.uri.toString(), line });
}

async function goTo({ log, difference }: DifferenceRow): Promise<void> {
  const { source, tellingLine } = difference;
  const place = placeOfLine(log, source, tellingLine);
  if (place) return void (await vscode.commands.executeCommand('oddline.revealLine', place));
  void vscode.window.showInformationMessage(
    isOfLog(log.report, source)
      ? vscode.l10n.t('This line was edited since. Compare again to find it.')
      : vscode.l10n.t('{0} is packed, so VS Code shows no lines of it.', logName(log.report.sources[source])),
  );
}

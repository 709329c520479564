import * as vscode from 'vscode';
import type { DashboardCommand, DashboardHostApi } from '../../protocol/dashboard';
import type { Handlers } from '../../protocol/rpc';
import {
  checkedCommand,
  checkedFilterTest,
  checkedIncident,
  checkedLine,
  checkedNormal,
  checkedRange,
  checkedSave,
  checkedThreshold,
} from './checks';
import type { ChosenLabels } from './chosen-labels';
import type { DashboardParts } from './parts';
import { save } from './saving';
import { withRange } from './time-range';

type ActionsApi = Pick<
  DashboardHostApi,
  | 'setRange'
  | 'reveal'
  | 'revealAnalysed'
  | 'showOnly'
  | 'setThreshold'
  | 'setNormal'
  | 'incident'
  | 'run'
  | 'save'
>;

type CommandOfLog = Exclude<DashboardCommand, 'cancel' | 'chooseLabels' | 'ownLabels' | 'openLog'>;

const commandOf: Readonly<Record<CommandOfLog, string>> = {
  detect: 'oddline.detectAnomalies',
  runAgain: 'oddline.runAgain',
  compare: 'oddline.compareWithGoodLog',
  useBaseline: 'oddline.useBaseline',
  learnBaseline: 'oddline.learnBaseline',
  addMetrics: 'oddline.addMetrics',
  removeMetrics: 'oddline.removeMetrics',
  openDashboard: 'oddline.openDashboard',
};

/** What the page does to its log: through the commands everybody else uses. Nothing happens where it is of none. */
export function dashboardActions(
  uri: () => vscode.Uri | undefined,
  parts: DashboardParts,
  labels: ChosenLabels,
): Handlers<ActionsApi> {
  const { analyses, readings, settings } = parts;
  const run = (command: string, argument: object) => vscode.commands.executeCommand(command, argument);
  const ofLog = async (work: (log: vscode.Uri) => unknown): Promise<void> => {
    const log = uri();
    if (log) await work(log);
  };
  return {
    setRange: (range) => {
      const wanted = checkedRange(range);
      return ofLog(async (log) => {
        readings.change(log, { filter: withRange(readings.of(log).filter, wanted) });
        if (wanted !== null) await run('oddline.showFiltered', log);
      });
    },
    reveal: (line) => {
      const wanted = checkedLine(line) + 1;
      return ofLog((log) => run('oddline.revealLine', { uri: log.toString(), line: wanted }));
    },
    revealAnalysed: (line) => {
      const wanted = checkedLine(line) + 1;
      return ofLog((log) => {
        // Of one that was edited itself, where it was.
        const now = analyses.get(log)?.lineNow(wanted) ?? wanted;
        return run('oddline.revealLine', { uri: log.toString(), line: now });
      });
    },
    showOnly: (filter) => {
      const test = checkedFilterTest(filter);
      return ofLog((log) => run('oddline.showOnly', { uri: log.toString(), test }));
    },
    setThreshold: (threshold) => {
      const wanted = checkedThreshold(threshold);
      const sensitivity = wanted === null ? settings.current.sensitivity : 1 - wanted;
      return ofLog((log) => analyses.rejudge(log, { sensitivity }));
    },
    setNormal: (request) => {
      const { template, isNormal } = checkedNormal(request);
      const command = isNormal ? 'oddline.markNormal' : 'oddline.removeLabel';
      return ofLog((log) => run(command, { uri: log.toString(), templateId: template }));
    },
    incident: (request) => {
      const { id, does } = checkedIncident(request);
      const commands = {
        open: 'oddline.openIncident',
        ask: 'oddline.askAboutIncident',
        export: 'oddline.saveIncident',
      };
      return ofLog((log) => run(commands[does], { uri: log.toString(), incidentId: id }));
    },
    run: (given) => {
      const command = checkedCommand(given);
      return ofLog((log) => runCommand(command, log, parts, labels));
    },
    save: (request) => save(checkedSave(request), uri()),
  };
}

async function runCommand(
  command: DashboardCommand,
  log: vscode.Uri,
  { analyses }: DashboardParts,
  labels: ChosenLabels,
): Promise<void> {
  if (command === 'cancel') return analyses.cancel(log);
  if (command === 'chooseLabels') return labels.choose(log);
  if (command === 'ownLabels') return labels.leave(log);
  if (command === 'openLog') {
    const line = Math.max(1, analyses.caretLine(log));
    await vscode.commands.executeCommand('oddline.revealLine', { uri: log.toString(), line });
    return;
  }
  await vscode.commands.executeCommand(commandOf[command], log);
}

import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { AnalysedLog, AnalysisScope } from '../shared/analyses';
import type { Output } from '../shared/output';
import { chooseBaselines } from './choose-baselines';
import { chooseTimeRange } from './choose-time-range';
import { targetLog, tellNoLogIsOpen } from './log-target';
import { runDetection, wholeLog } from './run-detection';

type ChooseScope = (uri: vscode.Uri, last: AnalysedLog | undefined) => Promise<AnalysisScope | undefined>;

export function registerDetect(
  context: vscode.ExtensionContext,
  analyses: AnalysedLogs,
  output: Output,
): void {
  const running = (choose: ChooseScope) => async (argument: unknown) => {
    const uri = targetLog(argument);
    if (!uri) return tellNoLogIsOpen();
    const scope = await choose(uri, analyses.get(uri));
    return scope && runDetection(uri, scope, analyses, output);
  };
  const cancel = () => {
    const active = activeUri();
    const uris = active && analyses.isRunning(active) ? [active] : analyses.running();
    for (const uri of uris) analyses.cancel(uri);
  };
  const clear = (argument: unknown) => {
    const uri = targetLog(argument);
    const log = (uri && analyses.get(uri)) ?? analyses.current();
    if (log) analyses.forget(log.uri);
  };
  const commands = {
    'oddline.detectAnomalies': running(async () => wholeLog),
    'oddline.runAgain': running(async (_uri, last) => last?.scope ?? wholeLog),
    'oddline.analyseTimeRange': running(chooseTimeRange),
    'oddline.useBaseline': running(chooseBaselines),
    'oddline.cancelAnalysis': cancel,
    'oddline.clearResults': clear,
  };
  for (const [name, command] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, command));
  }
}

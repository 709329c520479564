import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { AnalysedLog, AnalysisScope } from '../shared/analyses';
import { knownLog } from '../shared/known-log';
import { targetLog } from '../shared/log-target';
import { chooseBaselines } from './choose-baselines';
import { chooseTimeRange } from './choose-time-range';
import { type DetectionParts, runDetection, wholeLog } from './run-detection';

type ChooseScope = (uri: vscode.Uri, last: AnalysedLog | undefined) => Promise<AnalysisScope | undefined>;

export function registerDetect(context: vscode.ExtensionContext, parts: DetectionParts): void {
  const { analyses } = parts;
  const running = (choose: ChooseScope) => async (argument: unknown) => {
    const uri = await targetLog(argument);
    if (!uri) return undefined;
    const scope = await choose(uri, analyses.get(uri));
    return scope && runDetection(uri, scope, parts);
  };
  const cancel = () => {
    const active = activeUri();
    const uris = active && analyses.isRunning(active) ? [active] : analyses.running();
    for (const uri of uris) analyses.cancel(uri);
  };
  const clear = (argument: unknown) => {
    const log = knownLog(analyses, argument);
    if (log) analyses.forget(log.uri);
  };
  /** The log the trees show, whatever tab is active: the button is above them. */
  const again = running(async (_uri, last) => last?.scope ?? wholeLog);
  const whole = running(async () => wholeLog);
  const commands = {
    'oddline.detectAnomalies': whole,
    'oddline.analyseWholeLog': (argument: unknown) => whole(knownLog(analyses, argument)?.uri ?? argument),
    'oddline.runAgain': (argument: unknown) => again(knownLog(analyses, argument)?.uri ?? argument),
    'oddline.analyseTimeRange': running(chooseTimeRange),
    'oddline.useBaseline': running(chooseBaselines),
    'oddline.cancelAnalysis': cancel,
    'oddline.clearResults': clear,
  };
  for (const [name, command] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, command));
  }
}

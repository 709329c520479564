import * as vscode from 'vscode';
import type { ReportedFinding } from '../../protocol/analysis';
import type { Analyses } from '../shared/analyses';
import { isFindingArgument, isLineArgument } from '../shared/finding-argument';
import type { LogEditors } from '../shared/log-editors';
import type { Settings } from '../shared/settings';
import { isAtLeast } from '../shared/severity';
import { nextFinding, previousFinding } from './neighbours';
import { showLine } from './reveal';

type Show = (uri: vscode.Uri, line: number, hover: boolean) => Promise<void>;
type Neighbour = (findings: readonly ReportedFinding[], line: number) => ReportedFinding | undefined;

export function registerNavigation(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  settings: Settings,
  editors: LogEditors,
): void {
  const show = (uri: vscode.Uri, line: number, hover: boolean) => showLine({ uri, line, hover }, editors);
  const go = (neighbour: Neighbour) => async () => {
    const log = analyses.current();
    if (!log) return;
    const findings = log.findings.filter(({ severity }) =>
      isAtLeast(severity, settings.current.minimumSeverity),
    );
    const finding = neighbour(findings, analyses.caretLine(log.uri));
    if (!finding) return tellNothingToGoTo();
    await show(log.uri, finding.line, true);
  };
  const commands = {
    'oddline.nextAnomaly': go(nextFinding),
    'oddline.previousAnomaly': go(previousFinding),
    'oddline.revealFinding': (argument: unknown) => revealFinding(analyses, argument, show),
    'oddline.revealLine': async (argument: unknown) => {
      if (isLineArgument(argument)) await show(vscode.Uri.parse(argument.uri, true), argument.line, false);
    },
  };
  for (const [name, command] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, command));
  }
}

async function revealFinding(analyses: Analyses, argument: unknown, show: Show): Promise<void> {
  if (!isFindingArgument(argument)) return;
  const uri = vscode.Uri.parse(argument.uri, true);
  const finding = analyses.get(uri)?.findings.find(({ id }) => id === argument.findingId);
  if (finding) await show(uri, finding.line, argument.hover === true);
}

async function tellNothingToGoTo(): Promise<void> {
  vscode.window.setStatusBarMessage(vscode.l10n.t('No anomalies to go to'), 3000);
}

import * as vscode from 'vscode';
import { durationText } from '../../protocol/gap-text';
import type { Gap } from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { LineArgument } from '../shared/finding-argument';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { targetLog } from '../shared/log-target';
import { timeWithin } from '../shared/log-time';
import type { Readings } from '../shared/readings';
import { analysedLog } from './toggle-gaps';

const mostGaps = 100;

interface GapItem extends vscode.QuickPickItem {
  readonly line: ViewLine;
}

/** Lists where nothing was logged for longest; the one that is chosen is gone to, and already shown when one moves to it. */
export async function longestGaps(argument: unknown, analyses: Analyses, readings: Readings): Promise<void> {
  const uri = await targetLog(argument);
  const log = uri && (await analysedLog(uri, analyses));
  if (!log) return;
  const gaps = await ask(log, analyses, readings);
  if (gaps.length === 0) return tellNone(log);
  const chosen = await vscode.window.showQuickPick(itemsOf(gaps, log, await timesOf(gaps, log, analyses)), {
    title: vscode.l10n.t('Longest times between two records of {0}', logName(log.uri)),
    placeHolder: vscode.l10n.t('The record after which something was logged again'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  const line: LineArgument = { uri: log.uri.toString(), line: chosen.line + 1 };
  await vscode.commands.executeCommand('oddline.revealLine', line);
}

function ask({ uri }: AnalysedLog, analyses: Analyses, readings: Readings): Promise<readonly Gap[]> {
  const { clockOffsets } = readings.of(uri);
  const request = { limit: mostGaps, clockOffsets };
  return analyses
    .ask(uri)
    .longestGaps(request)
    .catch(() => []);
}

/** When each gap ended; nothing where the worker has ended meanwhile. */
async function timesOf(
  gaps: readonly Gap[],
  { uri, extent }: AnalysedLog,
  analyses: Analyses,
): Promise<readonly string[]> {
  const facts = await analyses
    .ask(uri)
    .factsOfLines(gaps.map(({ after }) => after))
    .catch(() => []);
  return gaps.map((_, i) => {
    const time = facts[i]?.time;
    return time ? timeWithin(extent, time) : '';
  });
}

function itemsOf(
  gaps: readonly Gap[],
  { report }: AnalysedLog,
  times: readonly string[],
): readonly GapItem[] {
  const isOne = report.sources.filter(({ role }) => role === 'log').length === 1;
  return gaps.map(({ milliseconds, source, line, after }, i) => {
    const place = localise({ pattern: 'line {0}', values: [line] });
    const file = isOne ? [] : [logName(report.sources[source])];
    const parts = [...file, place, times[i]].filter((part) => part !== '');
    return { label: durationText(milliseconds), description: parts.join(' · '), line: after };
  });
}

function tellNone({ uri }: AnalysedLog): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} has no two records with different times. If it has times, show one with "This Is the Time Stamp".',
      logName(uri),
    ),
  );
}

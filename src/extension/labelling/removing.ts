import * as vscode from 'vscode';
import { inTurns, sorted } from '../../node/in-turns';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { isFindingArgument } from '../shared/finding-argument';
import { knownLog } from '../shared/known-log';
import { localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { isTemplateArgument } from '../shared/template-argument';
import type { KnownLabel, LabelRowArgument } from './known-labels';
import { reachSentence, scopeText, subjectText, verdictAndCategory } from './label-words';
import type { Labeller } from './labeller';
import { mostRows } from './labels-rows';
import type { FiledLabel } from './read-labels';

interface LabelPick extends vscode.QuickPickItem {
  readonly labels: readonly FiledLabel[];
}

/**
 * Takes labels back. `argument`: a row of the Labels view; a TemplateArgument or FindingArgument: what speaks of that; else one of those
 * that speak of the log is chosen.
 */
export async function removeLabel(analyses: Analyses, labeller: Labeller, argument: unknown): Promise<void> {
  const log = logOf(analyses, argument);
  if (!log) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const labels = await chosenLabels(log, labeller, argument);
  if (!labels) return;
  if (labels.length === 0) return inform(vscode.l10n.t('Nothing of this log is labelled.'));
  const what = vscode.l10n.t('Label removed: {0}', labels.map(({ label }) => subjectText(label)).join(' · '));
  await labeller.remove(log, labels, what);
}

function logOf(analyses: Analyses, argument: unknown): AnalysedLog | undefined {
  const { uri } = Object(argument) as { readonly uri?: unknown };
  const named = typeof uri === 'string' ? analyses.get(vscode.Uri.parse(uri, true)) : undefined;
  return named ?? knownLog(analyses, argument);
}

/** Undefined where it was given up, or the row is of a label that has gone. */
async function chosenLabels(
  log: AnalysedLog,
  labeller: Labeller,
  argument: unknown,
): Promise<readonly FiledLabel[] | undefined> {
  if (isLabelRow(argument)) {
    const named = labeller.heeding.known.named(log.uri, argument.filed);
    return named && [named];
  }
  const known = await labeller.heeding.known.of(log);
  if (isTemplateArgument(argument) && !isFindingArgument(argument)) {
    return known.filter(({ match }) => match?.templates.some((id) => id === argument.templateId));
  }
  const speaking = known.filter(({ label, match }) => match?.records !== 0 && speaksOf(log, label.log));
  if (speaking.length <= 1) return speaking;
  return choose(await inTurns(sorted(speaking, (a, b) => firstLine(a) - firstLine(b))));
}

/** What is not found comes last. */
function firstLine({ match }: KnownLabel): number {
  return match?.first?.line ?? Number.POSITIVE_INFINITY;
}

/** A label of another log, which happens to speak of this one too, is taken off in the Labels view. */
function speaksOf({ report }: AnalysedLog, contentKey: string | undefined): boolean {
  return contentKey === undefined || contentKey === report.sources[0].contentKey;
}

/** One of them or all: of several to tick, none would be ticked by Enter. */
async function choose(known: readonly KnownLabel[]): Promise<readonly FiledLabel[] | undefined> {
  const picks = known.slice(0, mostRows).map((one): LabelPick => {
    const { label } = one;
    const reach = localise(reachSentence(one.match));
    const first = one.match?.first?.line;
    const line = first === undefined ? [] : [localise({ pattern: 'line {0}', values: [first] })];
    const description = [verdictAndCategory(label), scopeText(label), reach, ...line].join(' · ');
    return {
      label: quickPickText(subjectText(label)),
      description: quickPickText(description),
      labels: [one],
    };
  });
  const all = localise({ pattern: 'All {0} labels', values: [known.length] });
  const title = vscode.l10n.t('Which label is to go?');
  const options = { title, matchOnDescription: true };
  return (await vscode.window.showQuickPick([...picks, { label: all, labels: known }], options))?.labels;
}

export function isLabelRow(value: unknown): value is LabelRowArgument {
  const { uri, filed } = Object(value) as Partial<Record<keyof LabelRowArgument, unknown>>;
  if (typeof uri !== 'string' || typeof filed !== 'object' || filed === null) return false;
  return 'label' in filed && 'path' in filed;
}

function inform(text: string): void {
  void vscode.window.showInformationMessage(text);
}

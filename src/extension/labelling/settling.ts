import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import { quickPickText } from '../shared/quick-pick-text';
import type { KnownLabels } from './known-labels';
import { scopeText, subjectText, verdictAndCategory, whoAndWhen } from './label-words';
import type { Labeller } from './labeller';
import type { FiledLabel } from './read-labels';

/** Of labels that say the opposite of the same one is kept. `argument`: a row of the Labels view, else one conflict after the other. */
export async function settleLabels(analyses: Analyses, labeller: Labeller, argument: unknown): Promise<void> {
  const log = analyses.current();
  if (!log) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const conflicts = conflictsOf(argument, log.uri, labeller.heeding.known);
  if (conflicts.length === 0) return inform(vscode.l10n.t('No labels disagree.'));
  for (const labels of conflicts) {
    const kept = await chooseKept(labels);
    if (!kept) return;
    const what = vscode.l10n.t('Labels settled: {0}', subjectText(kept.label));
    if (!(await labeller.settle(log, kept, what))) return;
  }
}

/** Of a row those of its labels that are still there. */
function conflictsOf(
  argument: unknown,
  uri: vscode.Uri,
  known: KnownLabels,
): readonly (readonly FiledLabel[])[] {
  if (!isConflict(argument)) return known.book(uri).conflicts;
  const labels = argument.labels.flatMap((row) => known.named(uri, row) ?? []);
  return labels.length > 1 ? [labels] : [];
}

async function chooseKept(labels: readonly FiledLabel[]): Promise<FiledLabel | undefined> {
  const picks = labels.map((filed) => {
    const { label } = filed;
    return {
      label: quickPickText(vscode.l10n.t('Keep: {0}', verdictAndCategory(label))),
      description: quickPickText(whoAndWhen(label)),
      detail: quickPickText(label.note ?? ''),
      filed,
    };
  });
  const [{ label }] = labels;
  const title = quickPickText(`${scopeText(label)}: ${subjectText(label)}`);
  return (await vscode.window.showQuickPick(picks, { title }))?.filed;
}

function isConflict(value: unknown): value is { readonly labels: readonly unknown[] } {
  const { kind, labels } = Object(value) as { readonly kind?: unknown; readonly labels?: unknown };
  return kind === 'conflict' && Array.isArray(labels) && labels.length > 0;
}

function inform(text: string): void {
  void vscode.window.showInformationMessage(text);
}

import * as vscode from 'vscode';
import type { LabelVerdict } from '../../engine/labels/label';
import { type GivenLabel, type Label, labelLine } from '../../node/store/label-line';
import { whoLabels } from '../../node/store/who-labels';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { caretPlace } from '../shared/caret-place';
import { tellNoFinding } from '../shared/finding-at-caret';
import type { IncidentArgument } from '../shared/incident-argument';
import type { LogEditors } from '../shared/log-editors';
import { type ChosenLabel, chooseLabel, toldOf } from './choose-label';
import { labelTarget, namesTarget } from './label-target';
import { placeText, saidText } from './label-words';
import type { Labelled, Labeller } from './labeller';

/** What the commands that mark lines need. */
export interface MarkingNeeds {
  readonly analyses: Analyses;
  readonly editors: LogEditors;
  readonly labeller: Labeller;
  /** What the page of an incident shows, where it is in front. */
  readonly shownIncident: () => IncidentArgument | undefined;
}

/**
 * Mark as Anomalous and Mark as Normal. `argument`: see `labelTarget`; with the members of `Told` nothing of these is asked. A button of
 * the walkthrough has no line: the first anomaly is shown then, with the same commands.
 */
export async function mark(needs: MarkingNeeds, verdict: LabelVerdict, argument: unknown): Promise<void> {
  const { analyses, editors, labeller } = needs;
  const named = namesTarget(argument) ? argument : needs.shownIncident();
  if (named === undefined && !caretPlace(editors)) return tellNoFinding(analyses);
  const target = await labelTarget(named, analyses, editors);
  if (!target) return;
  const { log } = target;
  const { categories } = labeller.heeding.known.book(log.uri);
  const chosen = await chooseLabel(target, verdict, toldOf(argument), categories);
  if (!chosen) return;
  const done = await say(labeller, log, chosen);
  // Not awaited: whoever called the command need not wait until the message is gone.
  if (done) void offerUndo(labeller, done, chosen);
}

/** Undefined where it could not be kept, which was told. */
export async function say(
  labeller: Labeller,
  log: AnalysedLog,
  chosen: ChosenLabel,
): Promise<Labelled | undefined> {
  const given = await givenBy(log, chosen);
  const labels = chosen.option.subjects.map((subject): Label => labelLine(subject, given));
  return labeller.add(log, labels, saidText(chosen));
}

async function givenBy(
  { uri, report }: AnalysedLog,
  { verdict, category, note }: ChosenLabel,
): Promise<GivenLabel> {
  const by = await whoLabels(uri.scheme === 'file' ? uri.fsPath : null);
  return {
    label: verdict,
    ...(category !== '' && { category }),
    ...(note !== '' && { note }),
    ...(by !== '' && { by }),
    log: report.sources[0].contentKey,
    at: new Date().toISOString(),
  };
}

async function offerUndo(labeller: Labeller, { step, places }: Labelled, chosen: ChosenLabel): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const text = `${saidText(chosen)} · ${placeText(places)}`;
  if ((await vscode.window.showInformationMessage(text, undo)) === undo) await labeller.undo(step);
}

import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { CorrectionOutcome } from '../../engine/templates/corrections/correction';
import type { AnalysedLog } from '../shared/analyses';
import { localise } from '../shared/localise';
import type { LogCorrections } from '../shared/log-corrections';
import { quickPickText } from '../shared/quick-pick-text';
import { correctedPatterns, correctionSentence, saidLast } from './correction-text';
import type { Corrector, ListedCorrection } from './corrector';

interface CorrectionPick extends vscode.QuickPickItem {
  readonly listed?: ListedCorrection;
}

interface ActionPick extends vscode.QuickPickItem {
  run(): Promise<unknown>;
}

/** All that are kept, the newest first; each can be forgotten, and the file that keeps them opened. */
export async function showCorrections(
  { uri }: AnalysedLog,
  corrector: Corrector,
  corrections: LogCorrections,
): Promise<void> {
  const listed = await corrector.list(uri);
  if (listed.length === 0) return tellNone();
  const picks: CorrectionPick[] = listed.toReversed().map(correctionPick);
  const openFile: CorrectionPick = { label: `$(go-to-file) ${vscode.l10n.t('Open templates.jsonl')}` };
  const title = vscode.l10n.t('Template Corrections');
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  const picked = await vscode.window.showQuickPick([...picks, openFile], options);
  if (picked?.listed) await offerToForget(uri, picked.listed, corrector, corrections);
  else if (picked) await openStore(uri, corrections);
}

export async function undoLastCorrection({ uri }: AnalysedLog, corrector: Corrector): Promise<void> {
  const last = saidLast((await corrector.list(uri)).map(({ kept }) => kept));
  if (last === undefined) return tellNone();
  if (await corrector.takeBack(uri, last)) {
    inform(vscode.l10n.t('Taken back: {0}', localise(correctionSentence(last))));
  }
}

async function offerToForget(
  uri: vscode.Uri,
  { kept }: ListedCorrection,
  corrector: Corrector,
  corrections: LogCorrections,
): Promise<void> {
  const actions: ActionPick[] = [
    { label: vscode.l10n.t('Forget This Correction'), run: () => corrector.takeBack(uri, kept) },
    { label: vscode.l10n.t('Open templates.jsonl'), run: () => openStore(uri, corrections) },
  ];
  const title = quickPickText(localise(correctionSentence(kept)));
  await (await vscode.window.showQuickPick(actions, { title }))?.run();
}

function correctionPick(listed: ListedCorrection): CorrectionPick {
  const { kept, outcome } = listed;
  const label = quickPickText(localise(correctionSentence(kept)));
  const detail = correctedPatterns(kept).map(quickPickText).join(' + ');
  return { label, description: outcomeText(outcome), ...(detail !== '' && { detail }), listed };
}

function outcomeText(outcome: CorrectionOutcome | undefined): string {
  switch (outcome?.state) {
    case 'applied':
      return vscode.l10n.t('holds in this log');
    case 'unmatched':
      return vscode.l10n.t('speaks of nothing in this log');
    case 'overruled':
      return vscode.l10n.t('a later one says otherwise');
    case undefined:
      return vscode.l10n.t('not applied yet');
  }
}

/** It may hold nothing yet where the corrections are those of another place. */
async function openStore(uri: vscode.Uri, corrections: LogCorrections): Promise<void> {
  const path = await corrections.templatesFile(uri);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return inform(vscode.l10n.t('{0} does not exist yet.', path));
  await vscode.window.showTextDocument(vscode.Uri.file(path));
}

function tellNone(): void {
  inform(vscode.l10n.t('No template of this log was corrected.'));
}

function inform(text: string): void {
  void vscode.window.showInformationMessage(text);
}

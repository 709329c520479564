import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import type { TemplateCorrection } from '../../engine/templates/corrections/correction';
import type { Correctable } from '../../protocol/template-corrections';
import type { Analyses } from '../shared/analyses';
import type { ChosenTemplate } from '../shared/choose-template';
import { localise } from '../shared/localise';
import type { Corrector } from './corrector';
import { tellCorrected } from './tell-corrected';

/** Asks what the correction takes; undefined when the user gave up or was told why there is none. */
export type Gesture = (
  chosen: ChosenTemplate,
  analyses: Analyses,
) => Promise<Correctable<TemplateCorrection> | undefined>;

export function refused(pattern: string): { readonly refusal: Sentence } {
  return { refusal: { pattern, values: [] } };
}

/** Keeps what a gesture asked for, regroups, and says what was done. */
export async function carryOut(
  uri: vscode.Uri,
  asked: Correctable<TemplateCorrection>,
  corrector: Corrector,
): Promise<void> {
  if ('refusal' in asked) {
    void vscode.window.showInformationMessage(localise(asked.refusal));
    return;
  }
  const corrected = await corrector.correct(uri, asked.correction);
  if (corrected) tellCorrected(uri, corrected, corrector);
}

/** Undefined where the log's worker has ended, which is told with its cure. */
export async function answered<Answer>(
  uri: vscode.Uri,
  question: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await question();
  } catch {
    void tellUnanswered(uri);
    return undefined;
  }
}

async function tellUnanswered(uri: vscode.Uri): Promise<void> {
  const again = vscode.l10n.t('Run Again');
  const text = vscode.l10n.t('The results of this log can no longer be asked. Run it again first.');
  if ((await vscode.window.showWarningMessage(text, again)) === again) {
    await vscode.commands.executeCommand('oddline.runAgain', uri);
  }
}

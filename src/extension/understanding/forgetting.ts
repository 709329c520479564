import * as vscode from 'vscode';
import { canonicalJson } from '../../node/store/canonical-json';
import { matchesFiles } from '../../node/store/file-pattern';
import type { KeptRule } from '../../node/store/formats';
import type { FormatCorrection } from '../../protocol/understanding';
import { learnedText, shownRole } from '../../protocol/understanding-text';
import type { Analyses } from '../shared/analyses';
import { problemText } from '../shared/correction-problems';
import { localise } from '../shared/localise';
import type { LogCorrections } from '../shared/log-corrections';
import { logName } from '../shared/log-name';
import { targetOf } from './target';

/** Of oddline.forgetShown: what a code lens of a correction tells. */
export interface ForgetArgument {
  /** `uri.toString()` of the log. */
  readonly uri: string;
  readonly correction: FormatCorrection;
}

/** Forgets what was shown of a log's format and runs again; without an argument asks what. */
export async function forgetShown(
  argument: unknown,
  analyses: Analyses,
  corrections: LogCorrections,
): Promise<void> {
  const isNamed = isForgetArgument(argument);
  const uri = isNamed ? vscode.Uri.parse(argument.uri, true) : targetOf(argument, analyses);
  if (!uri) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const rules = (await corrections.of(uri)).formats.filter(({ files }) => matchesFiles(files, logName(uri)));
  const forgotten = isNamed ? rules.filter(isOf(argument.correction)) : await chooseRules(rules);
  if (forgotten.length > 0) await forgetRules(uri, forgotten, corrections);
}

/** Tells what goes wrong. */
export async function forgetRules(
  uri: vscode.Uri,
  rules: readonly KeptRule[],
  corrections: LogCorrections,
): Promise<void> {
  try {
    for (const rule of rules) await corrections.removeFormat(uri, rule);
  } catch (error) {
    return void vscode.window.showErrorMessage(problemText(error));
  }
  await vscode.commands.executeCommand('oddline.runAgain', uri);
}

interface RulePick extends vscode.QuickPickItem {
  readonly rules: readonly KeptRule[];
}

/** The last shown first: it is the one most often regretted. */
async function chooseRules(rules: readonly KeptRule[]): Promise<readonly KeptRule[]> {
  if (rules.length === 0) {
    inform(vscode.l10n.t('Nothing was shown of the format of this log.'));
    return [];
  }
  const picks = rules.toReversed().map((rule): RulePick => {
    const { files, correction } = rule;
    const label = localise(shownRole(correction.role));
    return { label, description: files, detail: learnedText(correction), rules: [rule] };
  });
  const title = vscode.l10n.t('What is to be forgotten?');
  return (await vscode.window.showQuickPick(picks, { title }))?.rules ?? [];
}

function isOf(correction: FormatCorrection): (rule: KeptRule) => boolean {
  const wanted = canonicalJson(correction);
  return (rule) => canonicalJson(rule.correction) === wanted;
}

function isForgetArgument(value: unknown): value is ForgetArgument {
  if (typeof value !== 'object' || value === null) return false;
  return 'uri' in value && typeof value.uri === 'string' && 'correction' in value;
}

function inform(text: string): void {
  void vscode.window.showInformationMessage(text);
}

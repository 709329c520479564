import * as vscode from 'vscode';
import type { LevelName } from '../../engine/model/level';
import { filesLike } from '../../node/store/file-pattern';
import type { KeptRule } from '../../node/store/formats';
import type { FormatCorrection, FormatGesture, NotLearned } from '../../protocol/understanding';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { problemText } from '../shared/correction-problems';
import { localise } from '../shared/localise';
import type { LogCorrections } from '../shared/log-corrections';
import { logName } from '../shared/log-name';
import { forgetRules } from './forgetting';
import { outcomeOf } from './outcome';
import type { ShownStretch } from './shown-stretch';

type AskedLevel = NonNullable<FormatGesture['level']>;

const levels: readonly Exclude<LevelName, 'none'>[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** More of a selected text is not needed to know it again. */
const longestQuote = 40;

export interface GestureParts {
  readonly analyses: Analyses;
  readonly corrections: LogCorrections;
}

/**
 * Learns from the selected stretch, keeps that for files like the log, and runs again. The log as read then;
 * undefined where nothing was learned or the run was cancelled, which is told.
 */
export async function learnFromStretch(
  role: FormatGesture['role'],
  { log: uri, stretch }: ShownStretch,
  parts: GestureParts,
): Promise<AnalysedLog | undefined> {
  const before = parts.analyses.get(uri) ?? (await detect(uri));
  if (!before) return undefined;
  const learned = await learn(before.uri, { role, ...stretch }, parts.analyses);
  if (learned === undefined) return undefined;
  const rule = { files: filesLike(logName(uri)), correction: learned, at: new Date().toISOString() };
  const folder = await keep(uri, rule, parts.corrections);
  if (folder === undefined) return undefined;
  const after = await runAgain(uri);
  if (after) void tellOutcome(before, after, { rule, folder }, parts.corrections);
  return after;
}

function detect(uri: vscode.Uri): Thenable<AnalysedLog | undefined> {
  return vscode.commands.executeCommand('oddline.detectAnomalies', uri);
}

function runAgain(uri: vscode.Uri): Thenable<AnalysedLog | undefined> {
  return vscode.commands.executeCommand('oddline.runAgain', uri);
}

/** Undefined where nothing was learned, which is told. */
async function learn(
  uri: vscode.Uri,
  gesture: FormatGesture,
  analyses: Analyses,
): Promise<FormatCorrection | undefined> {
  const answer = await ask(uri, gesture, analyses);
  if (answer === undefined || 'role' in answer) return answer;
  if (answer.asks === 'level' && gesture.level === undefined) {
    const level = await chooseLevel(gesture);
    return level && learn(uri, { ...gesture, level }, analyses);
  }
  void tellWhyNot(answer, uri);
  return undefined;
}

/** Asks a second worker where the first one is gone: those of logs not looked at for long end. */
async function ask(
  uri: vscode.Uri,
  gesture: FormatGesture,
  analyses: Analyses,
): Promise<FormatCorrection | NotLearned | undefined> {
  try {
    return await analyses.ask(uri).learnFormat(gesture);
  } catch {
    return (await detect(uri)) && analyses.ask(uri).learnFormat(gesture);
  }
}

async function chooseLevel({ text, start, end }: FormatGesture): Promise<AskedLevel | undefined> {
  const title = vscode.l10n.t(
    'Which level is "{0}"?',
    text.slice(start, Math.min(end, start + longestQuote)),
  );
  const picks = levels.map((level) => ({ label: level, level }));
  return (await vscode.window.showQuickPick(picks, { title }))?.level;
}

async function tellWhyNot(why: NotLearned, uri: vscode.Uri): Promise<void> {
  const look = vscode.l10n.t('What Was Understood');
  const chosen = await vscode.window.showWarningMessage(localise(why), look);
  if (chosen === look) await vscode.commands.executeCommand('oddline.whatWasUnderstood', uri);
}

/** The folder it went to; undefined where it could not be written, which is told. */
async function keep(
  uri: vscode.Uri,
  rule: KeptRule,
  corrections: LogCorrections,
): Promise<string | undefined> {
  try {
    return await corrections.addFormat(uri, rule);
  } catch (error) {
    void vscode.window.showErrorMessage(problemText(error));
    return undefined;
  }
}

async function tellOutcome(
  before: AnalysedLog,
  after: AnalysedLog,
  { rule, folder }: { readonly rule: KeptRule; readonly folder: string },
  corrections: LogCorrections,
): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const look = vscode.l10n.t('What Was Understood');
  const outcome = localise(outcomeOf(rule.correction.role, before.report, after.report));
  const text = vscode.l10n.t('{0} {1}', outcome, keptText(rule, folder));
  const chosen = await vscode.window.showInformationMessage(text, undo, look);
  if (chosen === undo) await forgetRules(after.uri, [rule], corrections);
  if (chosen === look) await vscode.commands.executeCommand('oddline.whatWasUnderstood', after.uri);
}

function keptText({ files }: KeptRule, folder: string): string {
  const place = vscode.workspace.asRelativePath(folder);
  return place === folder
    ? vscode.l10n.t('Kept on this machine for files named {0}.', files)
    : vscode.l10n.t('Kept in {0} for files named {1}.', place, files);
}

import * as vscode from 'vscode';
import type { StoreLocation } from '../../node/store/store-location';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { chooseTemplate } from '../shared/choose-template';
import { knownLog } from '../shared/known-log';
import { localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { isTemplateArgument, type TemplateArgument } from '../shared/template-argument';
import type { Teacher } from './teacher';

interface NormalPick extends vscode.QuickPickItem {
  readonly patterns: readonly string[];
}

export function registerTemplateCommands(analyses: Analyses, teacher: Teacher): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register('oddline.markTemplateNormal', (argument: unknown) => markNormal(analyses, teacher, argument)),
    register('oddline.undoTemplateNormal', async (argument: unknown) => {
      if (isTemplateArgument(argument)) return undoOf(analyses, teacher, argument);
      const log = knownLog(analyses, argument);
      if (log) await undo(analyses, teacher, log);
    }),
  ];
}

/** `argument`: TemplateArgument from a link, a row or the lightbulb; nothing from the palette: the caret's template, else asks. */
async function markNormal(analyses: Analyses, teacher: Teacher, argument: unknown): Promise<void> {
  const chosen = await chooseTemplate(analyses, argument);
  if (!chosen) return;
  const { log, template } = chosen;
  const place = await teacher.markTemplateNormal(log, template);
  if (!place) return;
  await heed(analyses, log, (patterns) => patterns.includes(template.pattern));
  const takeBack = () => takeOff(analyses, teacher, log, [template.pattern]);
  // Not awaited: whoever called the command need not wait until the message is gone.
  void offerUndo(place, takeBack);
}

async function offerUndo(place: StoreLocation, takeBack: () => Promise<void>): Promise<void> {
  const undoTitle = vscode.l10n.t('Undo');
  const text =
    place.kind === 'workspace'
      ? vscode.l10n.t(
          'Template marked as normal, in {0}: its lines are no anomalies any more.',
          vscode.workspace.asRelativePath(place.labels),
        )
      : vscode.l10n.t('Template marked as normal, on this machine: its lines are no anomalies any more.');
  if ((await vscode.window.showInformationMessage(text, undoTitle)) === undoTitle) await takeBack();
}

async function undo(analyses: Analyses, teacher: Teacher, log: AnalysedLog): Promise<void> {
  const picks = normalPicks(log);
  if (picks.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No template of this log is marked as normal.'));
    return;
  }
  const chosen = picks.length === 1 ? picks[0] : await choose(picks);
  if (chosen) await takeOff(analyses, teacher, log, chosen.patterns);
}

/** Of one template: what speaks of it. */
async function undoOf(
  analyses: Analyses,
  teacher: Teacher,
  { uri, templateId }: TemplateArgument,
): Promise<void> {
  const log = analyses.get(vscode.Uri.parse(uri, true));
  if (!log) return;
  const { report, normalTemplates } = log;
  const matches = report.normalTemplates.filter(({ template }) => template === templateId);
  const patterns = matches.map(({ given }) => normalTemplates[given].pattern);
  if (patterns.length > 0) await takeOff(analyses, teacher, log, patterns);
}

/** One for each label that speaks of a template of this log. */
function normalPicks({ report, normalTemplates }: AnalysedLog): NormalPick[] {
  const given = new Set(report.normalTemplates.map((match) => match.given));
  return [...given].map((index) => {
    const { pattern } = normalTemplates[index];
    return { label: quickPickText(pattern), patterns: [pattern] };
  });
}

/** One of them or all: of several to tick, none would be ticked by Enter. */
async function choose(picks: readonly NormalPick[]): Promise<NormalPick | undefined> {
  const label = localise({ pattern: 'All {0} templates', values: [picks.length] });
  const all = { label, patterns: picks.flatMap(({ patterns }) => patterns) };
  const title = vscode.l10n.t('Which template is not normal after all?');
  return vscode.window.showQuickPick([...picks, all], { title });
}

async function takeOff(
  analyses: Analyses,
  teacher: Teacher,
  log: AnalysedLog,
  patterns: readonly string[],
): Promise<void> {
  await teacher.unmarkTemplates(log, new Set(patterns));
  await heed(analyses, log, (heeded) => !patterns.some((pattern) => heeded.includes(pattern)));
}

/** A log whose worker has ended cannot be judged anew: it is run again. */
async function heed(
  analyses: Analyses,
  { uri }: AnalysedLog,
  isHeeded: (patterns: readonly string[]) => boolean,
): Promise<void> {
  const now = analyses.get(uri);
  if (!now || isHeeded(now.normalTemplates.map(({ pattern }) => pattern))) return;
  await vscode.commands.executeCommand('oddline.runAgain', uri);
}

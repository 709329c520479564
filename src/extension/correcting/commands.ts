import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import { type ChosenTemplate, chooseTemplate } from '../shared/choose-template';
import { knownLog } from '../shared/known-log';
import type { LogCorrections } from '../shared/log-corrections';
import { quickPickText } from '../shared/quick-pick-text';
import { templateTitle } from '../shared/template-title';
import type { Corrector } from './corrector';
import { carryOut, type Gesture } from './gesture';
import { mergeOfSelected, mergeWithAnother } from './merge-templates';
import { nameTemplate } from './name-template';
import { treatAsVariable, treatAsWord } from './pin-token';
import { showCorrections, undoLastCorrection } from './show-corrections';
import { splitTemplate } from './split-template';

const gestures: readonly {
  readonly command: string;
  readonly icon: string;
  readonly title: () => string;
  readonly gesture: Gesture;
}[] = [
  {
    command: 'oddline.nameTemplate',
    icon: 'tag',
    title: () => vscode.l10n.t('Name Template…'),
    gesture: nameTemplate,
  },
  {
    command: 'oddline.mergeTemplates',
    icon: 'git-merge',
    title: () => vscode.l10n.t('Merge with…'),
    gesture: mergeWithAnother,
  },
  {
    command: 'oddline.splitTemplate',
    icon: 'split-horizontal',
    title: () => vscode.l10n.t('Split at a Position…'),
    gesture: splitTemplate,
  },
  {
    command: 'oddline.treatAsWord',
    icon: 'symbol-string',
    title: () => vscode.l10n.t('Treat as Word…'),
    gesture: treatAsWord,
  },
  {
    command: 'oddline.treatAsVariable',
    icon: 'symbol-variable',
    title: () => vscode.l10n.t('Treat as Variable…'),
    gesture: treatAsVariable,
  },
];

/** Arguments: a TemplateArgument from a row, a link or the lightbulb; rows also pass what is selected beside them. */
export function registerCorrectingCommands(
  analyses: Analyses,
  corrector: Corrector,
  corrections: LogCorrections,
): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  const perform = async (chosen: ChosenTemplate, gesture: Gesture) => {
    const asked = await gesture(chosen, analyses);
    if (asked) await carryOut(chosen.log.uri, asked, corrector);
  };
  const run = (gesture: Gesture) => async (argument: unknown, selected: unknown) => {
    const chosen = await chooseTemplate(analyses, argument);
    if (!chosen) return;
    const merge = gesture === mergeWithAnother ? mergeOfSelected(chosen.log, selected) : undefined;
    if (merge) await carryOut(chosen.log.uri, merge, corrector);
    else await perform(chosen, gesture);
  };
  const correct = async (argument: unknown) => {
    const chosen = await chooseTemplate(analyses, argument);
    const gesture = chosen && (await chooseGesture(chosen));
    if (chosen && gesture) await perform(chosen, gesture);
  };
  return [
    ...gestures.map(({ command, gesture }) => register(command, run(gesture))),
    register('oddline.correctTemplate', correct),
    register('oddline.undoLastCorrection', async (argument: unknown) => {
      const log = knownLog(analyses, argument);
      if (log) await undoLastCorrection(log, corrector);
    }),
    register('oddline.showCorrections', async (argument: unknown) => {
      const log = knownLog(analyses, argument);
      if (log) await showCorrections(log, corrector, corrections);
    }),
  ];
}

async function chooseGesture({ template }: ChosenTemplate): Promise<Gesture | undefined> {
  const picks = gestures.map(({ icon, title, gesture }) => ({ label: `$(${icon}) ${title()}`, gesture }));
  const title = quickPickText(templateTitle(template));
  return (await vscode.window.showQuickPick(picks, { title }))?.gesture;
}

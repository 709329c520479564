import * as vscode from 'vscode';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { TemplateId } from '../../engine/model/units';
import type { TemplateCorrection } from '../../engine/templates/corrections/correction';
import { type Correctable, correctionForMerge } from '../../protocol/template-corrections';
import type { AnalysedLog } from '../shared/analyses';
import { templatePick } from '../shared/choose-template';
import { patternLabel } from '../shared/pattern-text';
import { quickPickText } from '../shared/quick-pick-text';
import { isTemplateArgument } from '../shared/template-argument';
import { templateOf } from '../shared/template-of';
import { templateTitle } from '../shared/template-title';
import { answered, type Gesture, refused } from './gesture';

/** One of the templates most like it, each shown with the pattern the two would have. */
export const mergeWithAnother: Gesture = async ({ log, template }, analyses) => {
  const question = () => analyses.ask(log.uri).mergeCandidates({ template: template.id });
  const candidates = await answered(log.uri, question);
  if (candidates === undefined) return undefined;
  const picks = candidates.flatMap(({ template: id, pattern }) => {
    const other = templateOf(log.report, id);
    return other === undefined ? [] : [{ ...templatePick(other), detail: mergedText(pattern) }];
  });
  if (picks.length === 0) {
    return refused(
      'No template is like this one. Select several in the Templates view to merge them all the same.',
    );
  }
  const options = {
    title: vscode.l10n.t('Merge “{0}” with…', quickPickText(templateTitle(template))),
    placeHolder: vscode.l10n.t('The most alike first; below each the pattern both have as one'),
    matchOnDetail: true,
  };
  const picked = await vscode.window.showQuickPick(picks, options);
  return picked && correctionForMerge([template, picked.template]);
};

/** `rows` are what is selected in the tree; undefined where that is not several templates of one log. */
export function mergeOfSelected(
  log: AnalysedLog,
  rows: unknown,
): Correctable<TemplateCorrection> | undefined {
  const selected = Array.isArray(rows) ? rows.filter(isTemplateArgument) : [];
  const uri = log.uri.toString();
  const templates = selected.flatMap((row): TemplateSummary[] => {
    const template = row.uri === uri ? templateOf(log.report, row.templateId as TemplateId) : undefined;
    return template === undefined ? [] : [template];
  });
  return templates.length < 2 ? undefined : correctionForMerge(templates);
}

function mergedText(pattern: string): string {
  return vscode.l10n.t('As one: {0}', quickPickText(patternLabel(pattern)));
}

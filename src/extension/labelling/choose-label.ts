import * as vscode from 'vscode';
import type { LabelVerdict } from '../../engine/labels/label';
import { longestOfLabel } from '../../node/store/label-line';
import { localise } from '../shared/localise';
import { onOneLine } from '../shared/markdown';
import { quickPickText } from '../shared/quick-pick-text';
import { chooseCategory } from './choose-category';
import type { LabelTarget } from './label-target';
import type { SubjectOption, SubjectScope } from './subjects';

/** What is said, and of what. */
export interface ChosenLabel {
  readonly option: SubjectOption;
  readonly verdict: LabelVerdict;
  /** '' where none is given. */
  readonly category: string;
  readonly note: string;
}

/** Told already, by whoever calls the command: what is left out is asked. */
export interface Told {
  readonly scope?: SubjectScope | undefined;
  readonly category?: string | undefined;
  readonly note?: string | undefined;
}

/** Arguments come from links too: what does not fit is as if it were left out, or cut: what is longer could not be read again. */
export function toldOf(argument: unknown): Told {
  const { scope, category, note } = Object(argument) as Partial<Record<keyof Told, unknown>>;
  const text = (value: unknown, most: number) =>
    typeof value === 'string' ? onOneLine(value).slice(0, most) : undefined;
  return {
    scope: scopes.find((one) => one === scope),
    category: text(category, longestOfLabel.category),
    note: text(note, longestOfLabel.note),
  };
}

const scopes: readonly SubjectScope[] = ['record', 'template', 'session', 'incident'];

const icons: Readonly<Record<SubjectScope, string>> = {
  record: 'dash',
  template: 'symbol-structure',
  session: 'list-tree',
  incident: 'flame',
};

/** Enter twice is enough. Undefined where it was given up. */
export async function chooseLabel(
  { options }: Pick<LabelTarget, 'options'>,
  verdict: LabelVerdict,
  told: Told,
  usedCategories: readonly string[],
): Promise<ChosenLabel | undefined> {
  const option = await chooseOption(options, verdict, told.scope);
  if (!option) return undefined;
  const note = told.note ?? '';
  if (verdict === 'normal') return { option, verdict, category: '', note };
  if (told.category !== undefined) return { option, verdict, category: told.category, note };
  const said = await chooseCategory(usedCategories, localise(option.title));
  return said && { option, verdict, ...said };
}

/** Of one there is nothing to choose. */
async function chooseOption(
  options: readonly SubjectOption[],
  verdict: LabelVerdict,
  scope: SubjectScope | undefined,
): Promise<SubjectOption | undefined> {
  const told = options.find((option) => option.scope === scope);
  if (told || options.length === 1) return told ?? options[0];
  const title = verdict === 'normal' ? vscode.l10n.t('What is normal?') : vscode.l10n.t('What is anomalous?');
  const picks = options.map((option) => ({
    label: `$(${icons[option.scope]}) ${localise(option.title)}`,
    detail: quickPickText(option.detail),
    option,
  }));
  return (await vscode.window.showQuickPick(picks, { title, matchOnDetail: true }))?.option;
}

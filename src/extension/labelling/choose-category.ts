import * as vscode from 'vscode';
import { categoryWords } from '../../protocol/incident-words';
import { categoryTitle } from '../shared/label-title';
import { localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { type CategoryAndNote, categoryAndNote, matchingCategories } from './category-text';

interface CategoryPick extends vscode.QuickPickItem {
  readonly said: CategoryAndNote;
  /** What was typed when it was offered. */
  readonly typed: string;
}

/** Asked in one box: a category from the list or typed, and behind a colon a note. Undefined where it was given up. */
export function chooseCategory(used: readonly string[], title: string): Promise<CategoryAndNote | undefined> {
  const box = vscode.window.createQuickPick<CategoryPick>();
  box.title = vscode.l10n.t('{0} · Which category?', title);
  box.placeholder = vscode.l10n.t('Choose or type one; behind a colon a note, as in “database: disk full”');
  const list = (typed: string) => {
    box.items = offered(typed);
    box.activeItems = box.items.slice(0, 1);
  };
  const offered = (typed: string) => picksOf([...used, ...Object.keys(categoryWords)], typed);
  list('');
  return new Promise((resolve) => {
    box.onDidChangeValue(list);
    box.onDidAccept(() => {
      // Enter may come before what was typed has changed the list.
      const chosen = box.activeItems.find(({ typed }) => typed === box.value) ?? offered(box.value).at(0);
      resolve(chosen?.said);
      box.dispose();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

/** Shown whatever VS Code makes of what was typed: it filters by the whole of it, the note too. */
function picksOf(categories: readonly string[], typed: string): CategoryPick[] {
  const { category, note } = categoryAndNote(typed);
  const found = matchingCategories(categories, category);
  const isNew = category !== '' && !found.some((one) => one.toLowerCase() === category.toLowerCase());
  const pickOf = (named: string, label: string): CategoryPick => ({
    label: quickPickText(label),
    ...(note === '' ? {} : { description: quickPickText(note) }),
    alwaysShow: true,
    said: { category: named, note },
    typed,
  });
  const picks = found.map((one) => pickOf(one, categoryTitle(one, localise)));
  if (category === '') return [pickOf('', vscode.l10n.t('No category')), ...picks];
  return isNew ? [...picks, pickOf(category, vscode.l10n.t('New category: {0}', category))] : picks;
}

import { join } from 'node:path';
import * as vscode from 'vscode';
import { FilterStore, type NamedFilter } from '../../node/store/filters';
import { correctionPlaces } from '../shared/correction-places';
import { problemText, tellCorrectionProblem, tellDamagedLine } from '../shared/correction-problems';
import { localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import { testText } from './clause-text';
import type { LessToRead } from './needs';
import { showResult } from './show-result';

const fileName = 'filters.jsonl';
const longestName = 200;

interface SavedPick extends vscode.QuickPickItem {
  readonly saved: NamedFilter;
}

/** Filters by name, in the store of the workspace folder a log lies in, else of this machine. */
export class SavedFilters {
  private readonly stores = new Map<string, FilterStore>();

  constructor(
    private readonly globalStorage: vscode.Uri,
    private readonly consent: WorkspaceConsent,
    private readonly parts: LessToRead,
  ) {}

  async save(uri: vscode.Uri): Promise<void> {
    const { filter } = this.parts.readings.of(uri);
    const known = (await this.list(uri)).map(({ name }) => name);
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Save the filter under which name?'),
      validateInput: (value) => saidOf(value.trim(), known),
    });
    const name = typed?.trim() ?? '';
    if (name === '') return;
    try {
      const { write } = await correctionPlaces(uri, this.globalStorage, this.consent.given);
      await this.store(write).save({ name, filter, at: new Date().toISOString() });
      const told = { pattern: 'Filter {0} is saved in {1}', values: [name, write] };
      vscode.window.setStatusBarMessage(localise(told), 5000);
    } catch (error) {
      void vscode.window.showErrorMessage(problemText(error));
    }
  }

  async use(uri: vscode.Uri): Promise<void> {
    const { readings, analyses } = this.parts;
    const line = Math.max(1, analyses.caretLine(uri));
    const chosen = await this.choose(uri);
    if (!chosen) return;
    readings.change(uri, { filter: chosen.filter });
    await showResult(uri, line, this.parts);
  }

  private async choose(uri: vscode.Uri): Promise<NamedFilter | undefined> {
    const saved = await this.list(uri);
    if (saved.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No filter is saved yet. Filter a log, then run Save Filter As….'),
      );
      return undefined;
    }
    const list = vscode.window.createQuickPick<SavedPick>();
    const { zone } = this.parts.readings.of(uri);
    list.title = vscode.l10n.t('Use which filter?');
    list.matchOnDetail = true;
    list.items = saved.map((one) => pickOf(one, zone));
    list.show();
    return new Promise((resolve) => {
      list.onDidTriggerItemButton(({ item }) => {
        list.items = list.items.filter((one) => one !== item);
        void this.remove(uri, item.saved.name);
      });
      list.onDidAccept(() => {
        resolve(list.activeItems[0]?.saved);
        list.hide();
      });
      list.onDidHide(() => {
        resolve(undefined);
        list.dispose();
      });
    });
  }

  private async list(uri: vscode.Uri): Promise<readonly NamedFilter[]> {
    const all = await Promise.all((await this.readable(uri)).map((folder) => this.read(folder)));
    // The workspace's word is the last.
    return [...new Map(all.flat().map((one) => [one.name, one])).values()];
  }

  private async read(folder: string): Promise<readonly NamedFilter[]> {
    try {
      const { filters, damaged } = await this.store(folder).list();
      if (damaged.length > 0) tellDamagedLine(join(folder, fileName), damaged[0].line);
      return filters;
    } catch (error) {
      tellCorrectionProblem(error);
      return [];
    }
  }

  private async remove(uri: vscode.Uri, name: string): Promise<void> {
    try {
      for (const folder of await this.readable(uri)) {
        // A change makes the file, also where there is nothing to remove.
        if ((await this.read(folder)).some((one) => one.name === name)) await this.store(folder).remove(name);
      }
    } catch (error) {
      void vscode.window.showErrorMessage(problemText(error));
    }
  }

  private async readable(uri: vscode.Uri): Promise<readonly string[]> {
    const { own, workspace } = await correctionPlaces(uri, this.globalStorage, this.consent.given);
    return workspace !== undefined && this.consent.given ? [own, workspace] : [own];
  }

  /** One object a file: it lets changes of the file wait for each other. */
  private store(folder: string): FilterStore {
    const known = this.stores.get(folder);
    if (known) return known;
    const store = new FilterStore(join(folder, fileName));
    this.stores.set(folder, store);
    return store;
  }
}

function saidOf(name: string, known: readonly string[]): vscode.InputBoxValidationMessage | undefined {
  const say = (message: string, severity: vscode.InputBoxValidationSeverity) => ({ message, severity });
  if (name === '') return say(vscode.l10n.t('A name is needed.'), vscode.InputBoxValidationSeverity.Error);
  if (name.length > longestName)
    return say(vscode.l10n.t('At most {0} characters', longestName), vscode.InputBoxValidationSeverity.Error);
  if (!known.includes(name)) return undefined;
  return say(vscode.l10n.t('Replaces the filter of that name.'), vscode.InputBoxValidationSeverity.Warning);
}

function pickOf(saved: NamedFilter, zone: string): SavedPick {
  const words = saved.filter.clauses.map(({ mode, test }) => {
    const what = localise(testText(test, zone));
    return mode === 'include' ? vscode.l10n.t('Show only {0}', what) : vscode.l10n.t('Hide {0}', what);
  });
  const remove: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('trash'),
    tooltip: vscode.l10n.t('Remove'),
  };
  return {
    saved,
    label: quickPickText(saved.name),
    detail: quickPickText(words.join('; ')),
    buttons: [remove],
  };
}

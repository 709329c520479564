import * as vscode from 'vscode';
import { type FoundUnit, findUnits } from '../../node/sources/found/units';
import type { JournalQuery } from '../../protocol/log-source';
import { failureText } from '../shared/failure-text';
import { quickPickText } from '../shared/quick-pick-text';
import { tellMissing } from '../shared/tell-missing';
import { askSpan } from './ask-span';
import type { AskingParts, SourceOf } from './parts';

interface UnitItem extends vscode.QuickPickItem {
  readonly unit: string;
}

interface PriorityItem extends vscode.QuickPickItem {
  readonly priority: number | null;
}

/** Units, how bad, when. Undefined where it was given up. */
export async function openJournal(
  source: SourceOf<'journal'>,
  { consent, opening }: AskingParts,
): Promise<vscode.Uri | undefined> {
  if (!(await consent.mayUse(source))) return undefined;
  const units = await chooseUnits(source);
  if (!units) return undefined;
  const priority = await choosePriority();
  if (!priority) return undefined;
  const named = units.length === 0 ? source.name : units.join(' + ');
  const wanted = await askSpan(named);
  if (!wanted) return undefined;
  const { span, live } = wanted;
  const query: JournalQuery = {
    kind: 'journal',
    units,
    priority: priority.priority,
    boot: null,
    from: span.from,
    until: live ? null : span.until,
    limit: null,
  };
  return opening.open({ source, query, live, title: named });
}

/** [] is all of them. */
async function chooseUnits(source: SourceOf<'journal'>): Promise<readonly string[] | undefined> {
  const title = vscode.l10n.t('Units of {0}', source.name);
  const abort = new AbortController();
  const items = findUnits(source, abort.signal).then(
    ({ units, problems }) => {
      tellMissing(problems);
      return units.map(unitItem);
    },
    (error) => {
      void vscode.window.showErrorMessage(failureText(error));
      return [];
    },
  );
  const placeHolder = vscode.l10n.t('Choose units; none is all of them');
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder,
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  abort.abort();
  return chosen?.map(({ unit }) => unit);
}

function unitItem({ name, description, state, restarts }: FoundUnit): UnitItem {
  const told = [state, restarts ? vscode.l10n.t('{0} restarts', restarts) : ''].filter((part) => part !== '');
  return {
    label: quickPickText(name),
    description: quickPickText(told.join(' · ')),
    ...(description !== '' && { detail: quickPickText(description) }),
    unit: name,
  };
}

function choosePriority(): Thenable<PriorityItem | undefined> {
  const items: readonly PriorityItem[] = [
    { label: vscode.l10n.t('Everything'), priority: null },
    { label: vscode.l10n.t('Errors and worse'), priority: 3 },
    { label: vscode.l10n.t('Warnings and worse'), priority: 4 },
    { label: vscode.l10n.t('Notices and worse'), priority: 5 },
    { label: vscode.l10n.t('Information and worse'), priority: 6 },
  ];
  return vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('How much of it?'),
    ignoreFocusOut: true,
  });
}

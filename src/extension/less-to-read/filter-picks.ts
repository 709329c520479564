import * as vscode from 'vscode';
import type { FilterClause, LogFilter } from '../../engine/filter/filter';
import { localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import type { ClauseKind } from './ask-clause';
import { testText } from './clause-text';
import type { ParsedClause } from './parse-clause';

/** A row of the list in which a filter is made. */
export type FilterPick = vscode.QuickPickItem &
  (
    | { readonly does: 'nothing' }
    | { readonly does: 'add'; readonly clause: FilterClause }
    | { readonly does: 'switch'; readonly clause: FilterClause; readonly buttons: readonly PickButton[] }
    | { readonly does: 'ask'; readonly asks: ClauseKind | 'context' }
    | { readonly does: 'run'; readonly command: string }
  );

export interface PickButton extends vscode.QuickInputButton {
  readonly does: 'turn' | 'remove';
}

/**
 * While somebody types, what that can mean; else the clauses there are and what can be added. Never both: VS Code puts first what
 * holds the typed letters, and Enter must not switch another clause.
 */
export function picksOf(filter: LogFilter, typed: ParsedClause | undefined, zone: string): FilterPick[] {
  if (typed) return typedPicks(typed, zone);
  const clauses = filter.clauses.map((clause) => clausePick(clause, zone));
  return [
    ...section(vscode.l10n.t('filter'), clauses),
    ...section(vscode.l10n.t('add'), askPicks()),
    ...section(vscode.l10n.t('all of it'), wholePicks(filter)),
  ];
}

function section(label: string, picks: readonly FilterPick[]): FilterPick[] {
  if (picks.length === 0) return [];
  return [{ does: 'nothing', label, kind: vscode.QuickPickItemKind.Separator }, ...picks];
}

function typedPicks(typed: ParsedClause, zone: string): FilterPick[] {
  if (typed.kind === 'problem') {
    return [
      { does: 'nothing', label: `$(error) ${quickPickText(localise(typed.problem))}`, alwaysShow: true },
    ];
  }
  const { clause } = typed;
  const other: FilterClause = { ...clause, mode: clause.mode === 'include' ? 'exclude' : 'include' };
  const what = quickPickText(localise(testText(clause.test, zone)));
  // The same label: of two that hold the typed letters alike VS Code leaves the order.
  return [clause, other].map((one) => ({
    does: 'add',
    clause: one,
    label: `${one.mode === 'include' ? '$(eye)' : '$(eye-closed)'} ${what}`,
    description: one.mode === 'include' ? vscode.l10n.t('show only these') : vscode.l10n.t('hide these'),
    alwaysShow: true,
  }));
}

function modeText({ mode, test }: FilterClause, zone: string): string {
  const what = quickPickText(localise(testText(test, zone)));
  return mode === 'include'
    ? `$(eye) ${vscode.l10n.t('Show only {0}', what)}`
    : `$(eye-closed) ${vscode.l10n.t('Hide {0}', what)}`;
}

function clausePick(clause: FilterClause, zone: string): FilterPick {
  const turn: PickButton = {
    does: 'turn',
    iconPath: new vscode.ThemeIcon('arrow-swap'),
    tooltip:
      clause.mode === 'include'
        ? vscode.l10n.t('Hide These Lines Instead')
        : vscode.l10n.t('Show Only These Lines Instead'),
  };
  const remove: PickButton = {
    does: 'remove',
    iconPath: new vscode.ThemeIcon('close'),
    tooltip: vscode.l10n.t('Remove'),
  };
  return {
    does: 'switch',
    clause,
    label: modeText(clause, zone),
    description: clause.enabled
      ? vscode.l10n.t('on; Enter switches it off')
      : vscode.l10n.t('off; Enter switches it on'),
    buttons: [turn, remove],
  };
}

function askPicks(): FilterPick[] {
  const all: readonly (readonly [ClauseKind, string, string])[] = [
    ['level', 'warning', vscode.l10n.t('By level…')],
    ['severity', 'pulse', vscode.l10n.t('Anomalies by severity…')],
    ['template', 'list-tree', vscode.l10n.t('Lines like the one at the caret')],
    ['time', 'clock', vscode.l10n.t('By time…')],
    ['field', 'symbol-field', vscode.l10n.t('By field…')],
    ['bookmark', 'bookmark', vscode.l10n.t('Bookmarked lines')],
  ];
  return all.map(([asks, icon, label]) => ({ does: 'ask', asks, label: `$(${icon}) ${label}` }));
}

function wholePicks({ clauses, context }: LogFilter): FilterPick[] {
  const picks: FilterPick[] = [
    {
      does: 'ask',
      asks: 'context',
      label: `$(unfold) ${vscode.l10n.t('Lines of context…')}`,
      description: context > 0 ? `±${context}` : '',
    },
    {
      does: 'run',
      command: 'oddline.useSavedFilter',
      label: `$(folder-opened) ${vscode.l10n.t('Use a saved filter…')}`,
    },
  ];
  if (clauses.length === 0) return picks;
  return [
    ...picks,
    { does: 'run', command: 'oddline.saveFilter', label: `$(save) ${vscode.l10n.t('Save this filter…')}` },
    { does: 'run', command: 'oddline.clearFilter', label: `$(clear-all) ${vscode.l10n.t('Show all lines')}` },
  ];
}

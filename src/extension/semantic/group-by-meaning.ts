import * as vscode from 'vscode';
import type { GroupByMeaning } from '../shared/meaning-groups';
import { ask } from './asking';
import type { SemanticParts } from './parts';

/** Patterns put together by what they mean, for whoever shows them. */
export function groupByMeaning(parts: SemanticParts): GroupByMeaning {
  return async (patterns, signal) => {
    const title = vscode.l10n.t('Grouping templates by meaning');
    const clusters = await ask(title, parts, (search, run) => search.clusters(patterns, run), signal);
    return clusters?.map((members) => members.map((member) => patterns[member]));
  };
}

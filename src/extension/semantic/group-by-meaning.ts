import * as vscode from 'vscode';
import { mostClustered } from '../../node/semantic/semantic-search';
import { counted } from '../../protocol/sentence';
import { knownLog } from '../shared/known-log';
import { formatNumber, localise } from '../shared/localise';
import { ask } from './asking';
import { tellNoLog } from './find-similar';
import type { SemanticParts } from './parts';
import { chooseLine, separator, templateItem, templatesOf } from './template-picks';

/** Group Templates by Meaning: a list with a heading a group, the largest first, in each the most central first. */
export async function groupByMeaning(argument: unknown, parts: SemanticParts): Promise<void> {
  const log = knownLog(parts.analyses, argument);
  if (log === undefined) return tellNoLog();
  const templates = templatesOf(log);
  const patterns = templates.map(({ pattern }) => pattern);
  const clusters = await ask(vscode.l10n.t('Grouping templates by meaning'), parts, (search, run) =>
    search.clusters(patterns, run),
  );
  if (clusters === undefined) return;
  const items = clusters.flatMap((members) => [
    separator(localise(counted(members.length, '1 template', '{0} templates'))),
    ...members.map((member) => templateItem(templates[member])),
  ]);
  await chooseLine(log, parts.analyses, items, titleOf(clusters.length, templates.length));
}

function titleOf(groups: number, templates: number): string {
  if (templates <= mostClustered) return vscode.l10n.t('{0} groups by meaning', formatNumber(groups));
  return vscode.l10n.t(
    '{0} groups by meaning of the {1} commonest templates',
    formatNumber(groups),
    formatNumber(mostClustered),
  );
}

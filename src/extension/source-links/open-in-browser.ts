import * as vscode from 'vscode';
import type { WrittenQuery } from '../../node/sources/queries/filter-words';
import { grafanaPage, kibanaPage } from '../../node/sources/queries/source-pages';
import type { TimeSpan } from '../../protocol/log-source';
import { localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import { isTemplateArgument } from '../shared/template-argument';
import { dslOf, logqlOf } from './copy-query';
import { type QueryTarget, queryTarget, type TargetParts } from './remote-target';
import { type SelectionParts, selectedSpan } from './selected-span';

/** Grafana or Kibana with what is read here, narrowed as it is here, and to the time of what is selected. VS Code asks before it opens a page of another machine. */
export async function openInBrowser(argument: unknown, parts: TargetParts & SelectionParts): Promise<void> {
  const target = await queryTarget(argument, parts);
  if (!target) return;
  // A template is meant wherever it occurs.
  const span = isTemplateArgument(argument) ? undefined : await selectedSpan(argument, parts);
  const page = pageOf(target, span);
  if (page) return open(page);
  const settings = vscode.l10n.t('Open Settings');
  const text = vscode.l10n.t(
    'Where Grafana or Kibana shows these logs is not known: write it into the source, as "grafana" or "kibana".',
  );
  if ((await vscode.window.showInformationMessage(text, settings)) === settings)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'oddline.sources');
}

interface Page {
  readonly address: string;
  readonly leftOut: WrittenQuery['leftOut'];
}

async function open({ address, leftOut }: Page): Promise<void> {
  // What the page shows more than is shown here must not surprise whoever compares the two.
  if (leftOut.length > 0)
    void vscode.window.showInformationMessage(messageText(leftOut.map(localise).join(' ')));
  await vscode.env.openExternal(vscode.Uri.parse(address, true));
}

function pageOf(target: QueryTarget, selected: TimeSpan | undefined): Page | undefined {
  const { source, query } = target.remote ?? {};
  if (source?.kind === 'loki' && query?.kind === 'loki') {
    const { text, leftOut } = logqlOf(target);
    return at(grafanaPage(source, { logql: text, span: selected ?? query.span }), leftOut);
  }
  if (source?.kind === 'elastic' && query?.kind === 'elastic') {
    const isWhole = target.filter.clauses.every(({ enabled }) => !enabled);
    const span = selected ?? query.span;
    if (isWhole) return at(kibanaPage(source, { text: query.text, span }), []);
    const { text, leftOut } = dslOf(target);
    return at(kibanaPage(source, { text: { kind: 'dsl', text }, span }), leftOut);
  }
  return undefined;
}

function at(address: string | undefined, leftOut: Page['leftOut']): Page | undefined {
  return address === undefined ? undefined : { address, leftOut };
}

import * as vscode from 'vscode';
import { grafanaPage, kibanaPage } from '../../node/sources/queries/source-pages';
import { logqlOf } from './copy-query';
import { type QueryTarget, queryTarget, type TargetParts } from './remote-target';

/** Grafana or Kibana with what is read here, narrowed as it is here. VS Code asks before it opens a page of another machine. */
export async function openInBrowser(argument: unknown, parts: TargetParts): Promise<void> {
  const target = await queryTarget(argument, parts);
  if (!target) return;
  const page = pageOf(target);
  if (page !== undefined) return void (await vscode.env.openExternal(vscode.Uri.parse(page, true)));
  const settings = vscode.l10n.t('Open Settings');
  const text = vscode.l10n.t(
    'Where Grafana or Kibana shows these logs is not known: write it into the source, as "grafana" or "kibana".',
  );
  if ((await vscode.window.showInformationMessage(text, settings)) === settings)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'oddline.sources');
}

function pageOf(target: QueryTarget): string | undefined {
  const { source, query } = target.remote ?? {};
  if (source?.kind === 'loki' && query?.kind === 'loki')
    return grafanaPage(source, { ...query, logql: logqlOf(target).text });
  if (source?.kind === 'elastic' && query?.kind === 'elastic') return kibanaPage(source, query);
  return undefined;
}

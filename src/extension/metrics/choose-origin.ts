import * as vscode from 'vscode';
import type { LogSource, PrometheusSource } from '../../protocol/log-source';
import type { MetricsPlace } from '../../protocol/metrics';
import { quickPickText } from '../shared/quick-pick-text';
import { askPromql } from './ask-promql';
import type { MetricsParts } from './parts';

interface OriginItem extends vscode.QuickPickItem {
  readonly from: 'csv' | 'added' | PrometheusSource;
}

/** Undefined where it was given up, or a person did not agree to the source being asked. `named`: a source's name. */
export async function chooseOrigin(
  named: string | undefined,
  parts: MetricsParts,
): Promise<MetricsPlace | undefined> {
  const known = parts.sources.all().filter(isPrometheus);
  const from = known.find(({ name }) => name === named) ?? (await askWhere(known));
  if (from === undefined) return undefined;
  if (from === 'csv') return csvOrigin();
  const source = from === 'added' ? await added() : from;
  if (!source || !(await parts.consent.mayUse(source))) return undefined;
  const query = await askPromql(source, parts);
  return query === undefined ? undefined : { kind: 'prometheus', source, query };
}

async function askWhere(known: readonly PrometheusSource[]): Promise<OriginItem['from'] | undefined> {
  const items: readonly OriginItem[] = [
    {
      label: `$(table) ${vscode.l10n.t('CSV file…')}`,
      description: vscode.l10n.t('a column of times, and columns of numbers'),
      from: 'csv',
    },
    ...known.map((source) => ({
      label: `$(graph-line) ${quickPickText(source.name)}`,
      description: quickPickText(source.url),
      from: source,
    })),
    {
      label: `$(add) ${vscode.l10n.t('Add Log Source…')}`,
      description: vscode.l10n.t('a Prometheus that is asked for them'),
      from: 'added',
    },
  ];
  const title = vscode.l10n.t('Where do the metrics come from?');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.from;
}

async function csvOrigin(): Promise<MetricsPlace | undefined> {
  const filters = {
    [vscode.l10n.t('Metrics (CSV)')]: ['csv', 'tsv', 'txt', 'gz', 'zst'],
    [vscode.l10n.t('All Files')]: ['*'],
  };
  const [file] =
    (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Metrics (CSV)'), filters })) ?? [];
  return file && { kind: 'csv', path: file.fsPath };
}

async function added(): Promise<PrometheusSource | undefined> {
  const source = await vscode.commands.executeCommand<LogSource | undefined>('oddline.addSource');
  return source && isPrometheus(source) ? source : undefined;
}

function isPrometheus(source: LogSource): source is PrometheusSource {
  return source.kind === 'prometheus';
}

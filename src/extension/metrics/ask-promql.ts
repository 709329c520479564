import * as vscode from 'vscode';
import { SharedWork } from '../../node/shared-work';
import type { PrometheusSource } from '../../protocol/log-source';
import { askQuery } from '../shared/query-input';
import { problemText } from '../shared/query-problem';
import type { MetricsParts } from './parts';
import { metricNameStart } from './promql-word';

const hourMs = 3_600_000;
const mostShown = 500;

/** One line of PromQL, checked by the server. Undefined where it was given up. */
export function askPromql(
  source: PrometheusSource,
  { questions, metrics }: Pick<MetricsParts, 'questions' | 'metrics'>,
): Promise<string | undefined> {
  let names: SharedWork<readonly string[]> | undefined;
  const namesOnce = (signal: AbortSignal) => {
    if (names === undefined || names.isOver)
      names = new SharedWork((shared) => questions.names({ source, span: lastHour(), within: '' }, shared));
    return names.wait(signal);
  };
  return askQuery({
    title: vscode.l10n.t('PromQL query of {0}', source.name),
    placeholder: 'sum by (job) (rate(http_requests_total[5m]))',
    value: '',
    history: metrics.queriesOf(source.name),
    isUnfinished: () => false,
    completions: async (text, signal) => {
      const from = metricNameStart(text);
      if (from === undefined) return [];
      const typed = text.slice(from).toLowerCase();
      const fitting = (await namesOnce(signal)).filter((name) => name.toLowerCase().includes(typed));
      return fitting.slice(0, mostShown).map((name) => ({ label: name, query: text.slice(0, from) + name }));
    },
    problemOf: async (promql, signal) => {
      const problem = await questions.check({ source, query: { kind: 'prometheus', promql } }, signal);
      return problem ? problemText(problem) : undefined;
    },
  });
}

function lastHour() {
  const now = Date.now();
  return { from: `${now - hourMs}000000`, until: `${now}000000` };
}

import { InputError } from '../../../protocol/input-error';
import type { PrometheusQuery, PrometheusSource } from '../../../protocol/log-source';
import type { SourceReader } from '../source-reader';
import { metricNames, valuesOf } from './names';
import { checkQuery } from './query-check';
import { verdictOn } from './verdict';

/** Metrics are no log: what would bring entries is refused, the figures come by `range.ts`. */
export const prometheusReader: SourceReader<PrometheusSource, PrometheusQuery> = {
  test: verdictOn,
  check: checkQuery,
  names: metricNames,
  values: (source, { name, span }, asking) => valuesOf(name, source, span, asking),
  estimate: async (source) => refuse(source),
  fetch: (source) => refuse(source),
  tail: (source) => refuse(source),
};

export function noLogs({ name }: Pick<PrometheusSource, 'name'>): InputError {
  return new InputError({
    code: 'prometheus-no-log',
    sentence: {
      pattern:
        'The source {0} holds metrics, no logs. Open a log, and put them beside it with "Add Metrics to Log…".',
      values: [name],
    },
  });
}

function refuse(source: PrometheusSource): never {
  throw noLogs(source);
}

import type { MetricsAnswer, MetricsRequest } from '../../protocol/metrics';
import type { AskedOfSource, NamesRequest, QueryProblem } from '../../protocol/sources';
import type { LogMetrics } from '../shared/log-metrics';
import type { LogSources } from '../shared/log-sources';
import type { SourceConsent } from '../shared/source-consent';

export interface MetricsParts {
  readonly metrics: LogMetrics;
  readonly sources: LogSources;
  readonly consent: SourceConsent;
  /** As node's SourcesClient answers it. All reject with InputError. */
  readonly questions: {
    check(asked: AskedOfSource, signal?: AbortSignal): Promise<QueryProblem | null>;
    names(request: NamesRequest, signal?: AbortSignal): Promise<readonly string[]>;
    metrics(request: MetricsRequest, signal?: AbortSignal): Promise<MetricsAnswer>;
  };
}

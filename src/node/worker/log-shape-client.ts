import type { AnalysisHostApi, AnalysisWorkerApi } from '../../protocol/analysis';
import type { ViewLine } from '../../protocol/log-lines';
import type {
  ComponentsOfLines,
  Contrast,
  ContrastRequest,
  EvaluateRequest,
  Headline,
  Lanes,
  LanesRequest,
  ModelEvaluation,
  ParameterSeries,
  ParameterSeriesRequest,
  ScoreShape,
  TemplateCounts,
  TemplateSeries,
  TemplateSeriesRequest,
  Timeline,
  TimelineRequest,
  WindowRequest,
} from '../../protocol/log-shape';
import type { Rpc } from '../../protocol/rpc';

/**
 * What of an analysis thread is asked about a log's shape: see `LogShapeApi`. Each rejects with the signal's reason once the
 * worker has stopped.
 */
export abstract class LogShapeClient {
  protected abstract readonly rpc: Rpc<AnalysisHostApi, AnalysisWorkerApi>;

  timeline(request: TimelineRequest, signal?: AbortSignal): Promise<Timeline | null> {
    return this.rpc.call('timeline', request, { signal });
  }

  templateCounts(request: WindowRequest, signal?: AbortSignal): Promise<TemplateCounts> {
    return this.rpc.call('templateCounts', request, { signal });
  }

  templateSeries(request: TemplateSeriesRequest, signal?: AbortSignal): Promise<TemplateSeries> {
    return this.rpc.call('templateSeries', request, { signal });
  }

  componentsOfLines(lines: readonly ViewLine[], signal?: AbortSignal): Promise<ComponentsOfLines> {
    return this.rpc.call('componentsOfLines', lines, { signal });
  }

  /** Rejects where nothing was analysed. */
  scores(request: WindowRequest, signal?: AbortSignal): Promise<ScoreShape> {
    return this.rpc.call('scores', request, { signal });
  }

  lanes(request: LanesRequest, signal?: AbortSignal): Promise<Lanes> {
    return this.rpc.call('lanes', request, { signal });
  }

  parameterSeries(request: ParameterSeriesRequest, signal?: AbortSignal): Promise<ParameterSeries> {
    return this.rpc.call('parameterSeries', request, { signal });
  }

  contrast(request: ContrastRequest, signal?: AbortSignal): Promise<Contrast> {
    return this.rpc.call('contrast', request, { signal });
  }

  /** Rejects where nothing was analysed. */
  headlines(signal?: AbortSignal): Promise<readonly Headline[]> {
    return this.rpc.call('headlines', undefined, { signal });
  }

  /** Rejects where nothing was analysed, and with InputError. */
  evaluate(request: EvaluateRequest, signal?: AbortSignal): Promise<ModelEvaluation> {
    return this.rpc.call('evaluate', request, { signal });
  }
}

import type { RecordSubject, SessionSubject } from '../../engine/labels/label';
import type { LabelChoices, LabelProposal, LearningOutcome } from '../../engine/labels/label-report';
import type { LineNumber } from '../../engine/model/units';
import type { LineRequest } from '../../protocol/analysis';
import type { NextToLabelRequest } from '../../protocol/labels';
import type { ModelEvaluation } from '../../protocol/log-shape';
import { DatasetLogClient } from './dataset-log-client';

/**
 * What of an analysis thread is asked about labels: see `LabelLogApi`. Each rejects with the signal's reason once the worker has stopped,
 * and where nothing was analysed.
 */
export abstract class LabelLogClient extends DatasetLogClient {
  labelChoices(request: LineRequest, signal?: AbortSignal): Promise<LabelChoices | null> {
    return this.rpc.call('labelChoices', request, { signal });
  }

  recordSubjects(
    request: { readonly lines: readonly LineNumber[] },
    signal?: AbortSignal,
  ): Promise<readonly (RecordSubject | null)[]> {
    return this.rpc.call('recordSubjects', request, { signal });
  }

  sessionSubjects(
    request: { readonly names: readonly string[] },
    signal?: AbortSignal,
  ): Promise<readonly (SessionSubject | null)[]> {
    return this.rpc.call('sessionSubjects', request, { signal });
  }

  labelsOfLines(request: { readonly lines: readonly LineNumber[] }): Promise<readonly (number | null)[]> {
    return this.rpc.call('labelsOfLines', request);
  }

  nextToLabel(request: NextToLabelRequest, signal?: AbortSignal): Promise<readonly LabelProposal[]> {
    return this.rpc.call('nextToLabel', request, { signal });
  }

  learnWeights(signal?: AbortSignal): Promise<LearningOutcome> {
    return this.rpc.call('learnWeights', undefined, { signal });
  }

  labelMeasure(signal?: AbortSignal): Promise<ModelEvaluation | null> {
    return this.rpc.call('labelMeasure', undefined, { signal });
  }
}

import type { EvidencePack } from '../../engine/model/evidence-pack';
import type { LineNumber } from '../../engine/model/units';
import type { CitedRecord, EvidenceRequest, ToolAnswer, ToolRequest } from '../../protocol/assistant-log';
import { LogShapeClient } from './log-shape-client';

/**
 * What of an analysis thread is asked for a model: see `AssistantLogApi`. Each rejects with the signal's reason once the worker has
 * stopped, and where nothing was analysed.
 */
export abstract class AssistantLogClient extends LogShapeClient {
  runTool(request: ToolRequest, signal?: AbortSignal): Promise<ToolAnswer> {
    return this.rpc.call('runTool', request, { signal });
  }

  evidencePack(request: EvidenceRequest, signal?: AbortSignal): Promise<EvidencePack> {
    return this.rpc.call('evidencePack', request, { signal });
  }

  /** Also of logs that were only read. */
  citedRecords(lines: readonly LineNumber[], signal?: AbortSignal): Promise<readonly (CitedRecord | null)[]> {
    return this.rpc.call('citedRecords', lines, { signal });
  }
}

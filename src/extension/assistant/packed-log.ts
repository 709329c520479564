import type { AssistantLog } from '../../node/assistant/investigation';
import { SharedWork } from '../../node/shared-work';
import type { EvidenceRequest } from '../../protocol/assistant-log';
import type { AnalysedLog, LogQuestions } from '../shared/analyses';

type Pack = Awaited<ReturnType<AssistantLog['evidencePack']>>;

/**
 * The log as it is asked about. A pack of evidence, for which all of its lines are looked at, is made once a result: what a question would cost
 * and the question itself, which gives up the former, wait for one.
 */
export class PackedLogs {
  private readonly packs = new WeakMap<AnalysedLog, Map<string, SharedWork<Pack>>>();

  /** `onPack` is told of every pack that is asked for. */
  of(log: AnalysedLog, questions: LogQuestions, onPack: (pack: Pack) => void): AssistantLog {
    const evidencePack = async (request: EvidenceRequest, signal?: AbortSignal) => {
      const pack = await this.pack(log, questions, request, signal);
      onPack(pack);
      return pack;
    };
    return {
      evidencePack,
      runTool: (request, signal) => questions.runTool(request, signal),
      citedRecords: (lines, signal) => questions.citedRecords(lines, signal),
    };
  }

  private pack(
    log: AnalysedLog,
    questions: LogQuestions,
    request: EvidenceRequest,
    signal: AbortSignal | undefined,
  ): Promise<Pack> {
    const packs = this.packs.get(log) ?? new Map<string, SharedWork<Pack>>();
    this.packs.set(log, packs);
    const key = JSON.stringify(request);
    const known = packs.get(key);
    if (known && !known.isOver) return known.wait(signal);
    const pack = new SharedWork((shared) => questions.evidencePack(request, shared));
    packs.set(key, pack);
    return pack.wait(signal);
  }
}

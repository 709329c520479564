import type { AssistantLog } from '../../node/assistant/investigation';
import type { EvidenceRequest } from '../../protocol/assistant-log';
import type { AnalysedLog, LogQuestions } from '../shared/analyses';

type Pack = Awaited<ReturnType<AssistantLog['evidencePack']>>;

/** The log as it is asked about; a pack of evidence, for which all of its lines are looked at, is made once a result. */
export class PackedLogs {
  private readonly packs = new WeakMap<AnalysedLog, Map<string, Promise<Pack>>>();

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
    const known = this.packs.get(log) ?? new Map<string, Promise<Pack>>();
    this.packs.set(log, known);
    const key = JSON.stringify(request);
    const pack = known.get(key) ?? questions.evidencePack(request, signal);
    known.set(key, pack);
    pack.catch(() => known.delete(key));
    return pack;
  }
}

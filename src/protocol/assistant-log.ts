import type { CitedRecord } from '../engine/model/cited-record';
import type { EvidencePack } from '../engine/model/evidence-pack';
import type { LineNumber } from '../engine/model/units';
import type { LogToolName } from '../engine/tools/tool';
import type { ToolAnswer } from '../engine/tools/tool-answer';
import type { TimeWindow } from './log-shape';

export type { CitedRecord } from '../engine/model/cited-record';
export type { LogToolName, ToolName } from '../engine/tools/tool';
export type { ToolAnswer } from '../engine/tools/tool-answer';

/**
 * What the thread that analysed a log answers whoever asks a model about it (part of `AnalysisWorkerApi`). Lines count from 1
 * through all files of the log, as the editor shows them: `[L123]` is `123`. Each question can be cancelled; none changes anything.
 */
export interface AssistantLogApi {
  /** Runs one of the read-only tools (`engine/tools`). Bad arguments give an answer that says so: a model is to read it. */
  runTool(request: ToolRequest): ToolAnswer;
  /** The lines that name the cause, within a budget. Each line of its text begins with its number: `123: text`. */
  evidencePack(request: EvidenceRequest): EvidencePack;
  /** The records of lines; null where the log has no such line, or it is of no record. At most 200 are asked at once. */
  citedRecords(lines: readonly LineNumber[]): readonly (CitedRecord | null)[];
}

export interface ToolRequest {
  readonly tool: LogToolName;
  /** As the model gave them: anything. */
  readonly arguments: unknown;
  /** Tokens the answer may take at most (`tokensOf`); what does not fit comes by the next page. */
  readonly budget: number;
  /** Of `compare_logs`: what the name in the arguments stands for; whoever asks has looked it up. */
  readonly good?: GoodLog;
}

export interface GoodLog {
  /** What its lines are cited by: `B` for `[B:L7]`. The answer gives them so. */
  readonly document: string;
  /** Its files, in order of time. */
  readonly paths: readonly string[];
}

export interface EvidenceRequest {
  readonly budget: number;
  readonly focus: { readonly firstLine: LineNumber; readonly lastLine: LineNumber } | TimeWindow | null;
}

import type { Sentence } from '../../engine/model/finding';
import type { LineNumber } from '../../engine/model/units';
import type { HiddenValue } from '../../engine/redact/secret';
import type { AnswerCitation, RootCauseReport } from '../../protocol/answer';
import type { SlashCommand } from '../../protocol/assistant';
import type { AssistantLogApi, CitedRecord, GoodLog, ToolAnswer } from '../../protocol/assistant-log';
import type { ChatModel } from '../llm/chat-model';

/** The analysed log that is asked about; `AnalysisWorkerClient` is one. */
export type AssistantLog = {
  [Q in keyof AssistantLogApi]: (
    asked: Parameters<AssistantLogApi[Q]>[0],
    signal?: AbortSignal,
  ) => Promise<ReturnType<AssistantLogApi[Q]>>;
};

/** Something whose lines an answer may cite besides the log itself, by its id: `B`, `Q1`. */
export interface CitableDocument {
  readonly id: string;
  readonly name: string;
  citedRecords(lines: readonly LineNumber[]): Promise<readonly (CitedRecord | null)[]>;
}

/** A piece of context that goes with a question, as the reader attached it. */
export interface AttachedContext {
  /** Of `ContextChip`. */
  readonly id: string;
  /** What it is called in the prompt: `Evidence`, `Incident 3f…`, `Selected lines`. */
  readonly title: string;
  /** Log text and figures, unredacted; lines begin with their number. */
  readonly text: string;
}

/** What the host does for the model beside the log's own tools; each only reads. */
export interface HostTools {
  /** By the names `compare_logs` may be asked about. */
  goodLogs(): ReadonlyMap<string, GoodLog>;
  /** Names of sources the reader attached; none, and the model is not told of `query_source`. */
  sources(): readonly string[];
  querySource(
    asked: {
      readonly source: string;
      readonly query: string;
      readonly from: string | null;
      readonly until: string | null;
      readonly limit: number;
    },
    signal: AbortSignal,
  ): Promise<QueriedSource>;
}

export interface QueriedSource {
  readonly text: string;
  /** What the answer may cite of it from now on. */
  readonly document: CitableDocument | null;
}

export interface EarlierTurn {
  readonly question: string;
  /** Restored, without marks. */
  readonly answer: string;
}

export interface FileOfInquiry {
  /** As it stands beside its lines in the editor. */
  readonly name: string;
  readonly lines: number;
}

export interface Inquiry {
  /** Without its slash command; may be empty where there is one. */
  readonly question: string;
  readonly command: SlashCommand | null;
  /** In what language it is to be answered, as `en`, `zh-cn`. */
  readonly language: string;
  readonly logName: string;
  /** Of a log of several files, in the order their lines are counted in; none of a log of one. */
  readonly files: readonly FileOfInquiry[];
  readonly earlier: readonly EarlierTurn[];
  readonly context: readonly AttachedContext[];
  /** Of the pack of evidence; undefined where the reader took the chip away. */
  readonly evidence: { readonly focus: Parameters<AssistantLogApi['evidencePack']>[0]['focus'] } | undefined;
  /** Of an answer whose stream was cut, restored: the model goes on behind it. */
  readonly resume: string | undefined;
}

export interface InvestigationLimits {
  readonly temperature: number;
  readonly maxAnswerTokens: number;
  /** What question, tools and answers may take together, where the model's own context is not known or larger. */
  readonly contextTokens: number;
  readonly maxRounds: number;
  /** What one tool may answer. */
  readonly toolTokens: number;
}

/** Hides what must not leave and puts it back; null sends all as it is. One for the life of a conversation. */
export interface Shield {
  /** Lets others work between its steps; rejects with the signal's reason. */
  redact(text: string, signal?: AbortSignal): Promise<string>;
  /** The same of a text that values were put back into: they are hidden wherever they stand, whatever is around them. */
  redactTold(text: string, signal?: AbortSignal): Promise<string>;
  /** What was hidden and stands in a text. */
  hiddenIn(text: string): readonly HiddenValue[];
  /** Of whole text. What stands in JSON is to be parsed first and restored string by string: a secret may hold quotes. */
  restore(text: string): string;
  /** For one text that comes in pieces: tells what can be shown, never half a placeholder; `end` tells what was held back. */
  restorer(): { push(piece: string): string; end(): string };
  /** How many different values stand behind placeholders, by kind. */
  counts(): ReadonlyMap<string, number>;
}

/** Puts values back in a text that comes in pieces. */
export interface Restorer {
  /** What of it can be told: never half a placeholder. */
  push(piece: string): string;
  /** What was held back. */
  end(): string;
}

export interface InvestigationParts {
  readonly model: ChatModel;
  readonly log: AssistantLog;
  readonly documents: readonly CitableDocument[];
  readonly tools: HostTools;
  readonly shield: Shield | null;
  readonly limits: InvestigationLimits;
  /** A sentence in the reader's language. */
  readonly tell: (sentence: Sentence) => string;
  /** Seconds since some moment that does not move. */
  readonly now: () => number;
}

export type InvestigationEvent =
  /** A prompt is put together and goes out next. Told again where a smaller one is tried. */
  | { readonly kind: 'asking'; readonly promptTokens: number }
  | {
      readonly kind: 'step';
      /** Of the steps of one investigation; `running` and what follows it are of one id. */
      readonly id: string;
      /** As the model called it: a `ToolName`, or a tool that is not there (then it is `failed`). */
      readonly tool: string;
      /** Restored; text where they were no JSON. */
      readonly arguments: unknown;
      readonly state: 'running' | 'done' | 'failed';
      readonly answer: ToolAnswer | null;
    }
  /**
   * What the answer goes on with: restored, without marks; a placeholder never comes in two. Where an answer is gone on with
   * (`Inquiry.resume`), the first `text` is what was there, so that all `text` events together are always the whole answer.
   */
  | { readonly kind: 'text'; readonly text: string }
  /**
   * The model went on to use tools: what `text` told behind the first `keeps` characters was said on the way and is no part of
   * the answer (it may be shown among the steps). `checked` begins anew behind it.
   */
  | { readonly kind: 'aside'; readonly text: string; readonly keeps: number }
  /** The answer from its beginning, held against the log so far; it takes the place of the `checked` before. */
  | {
      readonly kind: 'checked';
      /** With marks (`answer-marks.ts`). */
      readonly text: string;
      readonly citations: readonly AnswerCitation[];
      readonly struck: number;
      /** Characters of what `text` events told that this stands for; what follows them is unchecked yet. */
      readonly upTo: number;
    }
  /** The answer to `/rootcause`; no `text` comes then, unless the model gave no such report. */
  | { readonly kind: 'report'; readonly report: RootCauseReport }
  /** Something was left out or done otherwise: a smaller pack, no tools, a wait. */
  | { readonly kind: 'notice'; readonly severity: 'information' | 'warning'; readonly sentence: Sentence }
  | {
      readonly kind: 'usage';
      readonly promptTokens: number;
      readonly answerTokens: number;
      readonly isEstimate: boolean;
    }
  /** `cut`: what came stands, and can be gone on with. */
  | {
      readonly kind: 'end';
      readonly reason: 'done' | 'cut' | 'length' | 'filtered';
      readonly seconds: number;
    };

import type { Analysis } from './model/analysis';
import type { Sentence } from './model/finding';
import type { RecordIndex, SignatureId } from './model/units';
import { FilesOfLog } from './records/files-of-log';
import { levelCounts } from './records/line-facts';
import type { SourceTexts } from './records/source-texts';
import type { SessionContrasts } from './session-contrasts';
import type { SessionJudging } from './session-judging';
import type { SessionShape } from './session-shape';
import type { SessionSources } from './session-sources';
import type { ComparedLogs } from './tools/compared-logs';
import { logLines } from './tools/line-items';
import { FoundHits } from './tools/search/found-hits';
import type { LogToolName, ToolLog } from './tools/tool';
import { failed, type ToolAnswer } from './tools/tool-answer';
import { logTools } from './tools/tools';
import { at } from './triage/progress';

export interface ToolUse {
  readonly tool: LogToolName;
  /** As a model gave them. */
  readonly arguments: unknown;
  /** Tokens the answer may take at most. */
  readonly budget: number;
}

/** What tools need besides the session. */
export interface ToolMeans {
  readonly analysis: Analysis;
  readonly texts: SourceTexts;
  readonly say: (sentence: Sentence) => string;
  readonly compared?: ComparedLogs | undefined;
}

/** The read-only tools of a model, run on an analysed session. `loadPatterns` must have been awaited. */
export class SessionTools {
  private found = new FoundHits();
  private reads = 0;

  constructor(
    private readonly sources: SessionSources,
    private readonly judging: SessionJudging,
    private readonly shape: SessionShape,
    private readonly contrasts: SessionContrasts,
  ) {}

  /** Never more than the budget. Yields the share done. */
  *run(use: ToolUse, means: ToolMeans): Generator<number, ToolAnswer> {
    const tool = logTools.find(({ name }) => name === use.tool);
    if (tool === undefined) return failed(`There is no tool ${use.tool}.`, use.budget);
    return yield* tool.run(this.log(means), use.arguments, use.budget);
  }

  private log({ analysis, texts, say, compared }: ToolMeans): ToolLog {
    const { records, readers, miner } = this.sources;
    const { shape, contrasts, judging } = this;
    if (this.reads !== this.sources.reads) {
      this.reads = this.sources.reads;
      this.found = new FoundHits();
    }
    return {
      ...{ records, readers, texts, analysis, say, compared, found: this.found },
      files: new FilesOfLog(records),
      templateOf: (record: RecordIndex) => miner.templateOf(records.signature.get(record) as SignatureId),
      timeline: (window, bins) => shape.timeline(window, bins),
      levelCounts: (stretches) => levelCounts(records, logLines({ records }), stretches),
      headlines: () => contrasts.headlines(analysis),
      sessions: () => at(0, judging.linking(texts).sessions.found()),
    };
  }
}

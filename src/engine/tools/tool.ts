import type { Sessions } from '../features/sessions/sessions';
import type { Headline } from '../headlines/headline';
import type { Analysis } from '../model/analysis';
import type { Sentence } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex, TemplateId } from '../model/units';
import type { FilesOfLog } from '../records/files-of-log';
import type { LevelCounts } from '../records/line-facts';
import type { LinesEnd } from '../records/line-texts';
import type { SourceTexts } from '../records/source-texts';
import type { Timeline } from '../session-shape';
import type { TimeWindow } from '../shape/time-window';
import { checkArguments } from './check-arguments';
import type { ComparedLogs } from './compared-logs';
import type { ArgumentsOf, ObjectSchema } from './schema';
import type { FoundHits } from './search/found-hits';
import { failed, type ToolAnswer } from './tool-answer';

/** Those that a log's thread runs by itself; `query_source` is the host's. */
export type LogToolName =
  | 'get_overview'
  | 'list_templates'
  | 'list_incidents'
  | 'search_log'
  | 'get_lines'
  | 'get_session'
  | 'compare_logs'
  | 'get_volume';

export type ToolName = LogToolName | 'query_source';

/** What a model is told of a tool. */
export interface ToolDeclaration {
  readonly name: ToolName;
  readonly description: string;
  readonly schema: ObjectSchema;
}

export interface LogTool extends ToolDeclaration {
  readonly name: LogToolName;
  /** `given`: as the model gave it. Yields the share done, 0 to 1; a caller that stops stepping has cancelled. */
  run(log: ToolLog, given: unknown, budget: number): Generator<number, ToolAnswer>;
}

/** The analysed log tools tell of. Its lines are those of its files, one behind the other; baselines stand behind them. */
export interface ToolLog {
  readonly records: RecordTable;
  /** By source. */
  readonly readers: readonly LinesEnd[];
  readonly texts: SourceTexts;
  readonly files: FilesOfLog;
  readonly analysis: Analysis;
  readonly templateOf: (record: RecordIndex) => TemplateId;
  /** A sentence in English. */
  readonly say: (sentence: Sentence) => string;
  timeline(window: TimeWindow, bins: number): Generator<number, Timeline | undefined>;
  levelCounts(stretches: number): Generator<number, LevelCounts>;
  headlines(): Generator<number, readonly Headline[]>;
  sessions(): Generator<number, Sessions>;
  /** Of `compare_logs`: what comparing with the good logs named gave; undefined where none was found. */
  readonly compared: ComparedLogs | undefined;
  /** What was searched for last: pages of it are not searched for again. */
  readonly found: FoundHits;
}

interface DefinedTool<Schema extends ObjectSchema> {
  readonly name: LogToolName;
  readonly description: string;
  readonly schema: Schema;
  readonly run: (log: ToolLog, asked: ArgumentsOf<Schema>, budget: number) => Generator<number, ToolAnswer>;
}

/** A tool that is run with arguments which are as its schema says. */
export function logTool<const Schema extends ObjectSchema>(tool: DefinedTool<Schema>): LogTool {
  const { name, description, schema } = tool;
  return {
    ...{ name, description, schema },
    *run(log, given, budget) {
      const checked = checkArguments(schema, given);
      if ('problem' in checked) return failed(checked.problem, budget);
      return yield* tool.run(log, checked.arguments, budget);
    },
  };
}

import type { BigLogMark, LabelWords } from '../../src/protocol/big-log';
import type { Reading } from '../../src/protocol/reading';

/** The engine's types as the protocol shows them: a view knows nothing else of the engine. */
export type Severity = BigLogMark['severity'];
export type LabelVerdict = LabelWords['verdict'];
export type LogFilter = Reading['filter'];
export type FilterClause = LogFilter['clauses'][number];
export type FilterTest = FilterClause['test'];
export type SearchPattern = Extract<FilterTest, { kind: 'search' }>['pattern'];
export type LevelName = Extract<FilterTest, { kind: 'level' }>['atLeast'];
export type NoiseNotch = Reading['noise'];

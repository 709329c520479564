import type { FilterClause, FilterTest, LogFilter } from '../../../engine/filter/filter';
import type { Sentence } from '../../../engine/model/finding';
import type { LevelName } from '../../../engine/model/level';

/** A query that says what a filter shows; `leftOut` says which of its clauses the language has no words for. */
export interface WrittenQuery {
  readonly text: string;
  readonly leftOut: readonly Sentence[];
}

type Kind = FilterTest['kind'];
export type TestOf<K extends Kind> = Extract<FilterTest, { readonly kind: K }>;

/** Those that have an effect: including ones of one kind are alternatives, each excluding one counts for itself. */
export function enabledTests<K extends Kind>(
  { clauses }: LogFilter,
  kind: K,
  mode: FilterClause['mode'],
): readonly TestOf<K>[] {
  const isIts = (clause: FilterClause) => clause.enabled && clause.mode === mode && clause.test.kind === kind;
  return clauses.filter(isIts).map(({ test }) => test as TestOf<K>);
}

/** As servers write levels, from this one on. Other writings of the same level are among them. */
const levelWords: readonly (readonly [LevelName, readonly string[]])[] = [
  ['trace', ['trace']],
  ['debug', ['debug']],
  ['info', ['info', 'information', 'notice']],
  ['warn', ['warn', 'warning']],
  ['error', ['error', 'err']],
  ['fatal', ['fatal', 'critical', 'crit', 'alert', 'emerg', 'panic']],
];

export function levelsFrom(level: LevelName): readonly string[] {
  const first = levelWords.findIndex(([name]) => name === level);
  return levelWords.slice(Math.max(0, first)).flatMap(([, words]) => words);
}

/** Only Oddline knows them. */
export function unsayable(filter: LogFilter): readonly Sentence[] {
  const kinds = new Set(filter.clauses.filter(({ enabled }) => enabled).map(({ test }) => test.kind));
  const left: Sentence[] = [];
  if (kinds.has('severity'))
    left.push({ pattern: 'The severity of anomalies is left out: the server knows of none.', values: [] });
  if (kinds.has('bookmark'))
    left.push({ pattern: 'Bookmarks are left out: the server knows of none.', values: [] });
  return left;
}

import type { ColumnId, ValueColumn } from '../features/values/value-columns';
import type { TemplateId } from '../model/units';

/** Columns whose values mean the same, so that they are counted together. */
export interface ValueGroup {
  readonly key: string;
  /** '' where nothing names it. */
  readonly name: string;
  readonly isHost: boolean;
  /** A clause of the filter knows it by its name. */
  readonly isFilterable: boolean;
  readonly columns: readonly ColumnId[];
  /** Of a group whose columns are all of one. */
  readonly template: TemplateId | null;
}

/** What machines and what runs on them are called, as the last word of a name (`k8s.pod`, `hostName`, `server_addr`). */
const hostWords: ReadonlySet<string> = new Set([
  ...['host', 'hostname', 'node', 'nodename', 'instance', 'pod', 'container', 'server', 'machine', 'vm'],
  ...['ip', 'addr', 'address', 'peer', 'upstream', 'backend', 'replica', 'broker', 'shard'],
]);

/**
 * Fields and parameters of one name are one group, under whatever template, as a filter's clause takes them; what has no name is a
 * group of its own. Times are left out: what is in a window has other times by what a window is.
 */
export function valueGroups(columns: readonly ValueColumn[]): ValueGroup[] {
  const groups = new Map<string, ValueColumn[]>();
  for (const column of columns) {
    if (column.type === 'time') continue;
    const key = groupKey(column);
    const known = groups.get(key);
    if (known) known.push(column);
    else groups.set(key, [column]);
  }
  return [...groups.values()].map(groupOf);
}

/** The same of columns of one group. */
export function groupKey(column: ValueColumn): string {
  return isNamed(column) ? `name ${column.name}` : `place ${column.place}`;
}

function groupOf(columns: readonly ValueColumn[]): ValueGroup {
  const [first] = columns;
  return {
    key: groupKey(first),
    name: first.name,
    isHost: endsInHostWord(first.name) || columns.every(({ type }) => type === 'ip'),
    isFilterable: isNamed(first),
    columns: columns.map(({ id }) => id),
    template: columns.every(({ template }) => template === first.template) ? first.template : null,
  };
}

/** A header's variables are named by what stands before them, and no clause finds them. */
function isNamed({ kind, name }: ValueColumn): boolean {
  return kind !== 'header' && name !== '';
}

function endsInHostWord(name: string): boolean {
  const words = name.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').split(/[^\p{L}\p{N}]+/u);
  return hostWords.has((words[words.length - 1] ?? '').toLowerCase());
}

import type { GivenRule } from '../../engine/detectors/rules/given-rule';
import { JsonlFile, type JsonlKind } from './versioned-jsonl';

/** What a rule may hold is checked where it is used, rule by rule: a mistake is to be named, and only the engine knows patterns. */
const rulesKind: JsonlKind<object> = {
  kind: 'rules',
  version: 1,
  migrations: {},
  isEntry: (data): data is object => typeof data === 'object',
};

/**
 * Rules of a `rules.jsonl`, which people write by hand, in the order of its lines; a missing file has none. A line that is no JSON
 * object is a rule of null. Throws InputError for a newer file and for one that is none of ours.
 */
export async function rulesOfFile(path: string): Promise<GivenRule[]> {
  const { entries, lines, damaged } = await new JsonlFile(path, rulesKind).read();
  const read = entries.map((rule, index) => ({ rule: rule as unknown, number: lines[index] }));
  const unread = damaged.map(({ line }) => ({ rule: null, number: line }));
  return [...read, ...unread]
    .sort((one, other) => one.number - other.number)
    .map(({ rule, number }) => ({ place: path, unit: 'line', number, rule }));
}

/** Of the setting `oddline.rules`, or of a file with its list; what is no list of rules is one that is none. */
export function rulesOfSetting(value: unknown, place = 'oddline.rules'): GivenRule[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((rule, index) => ({ place, unit: 'entry', number: index + 1, rule }));
}

import { FieldRole } from '../formats/field-names';
import { fieldsOfLine, roleOf } from './line-fields';

/** A field that lines of a log have. */
export interface FieldSummary {
  readonly name: string;
  /** Lines that have it, among those looked at. */
  readonly count: number;
  /** Whether it is a column where nobody chose. */
  readonly isUsual: boolean;
}

/** Lines that are looked at for their fields. */
const mostLines = 5000;
/** More to choose from help nobody. */
const mostFields = 200;

/** Fields of the log's lines: those with a role in their order (time, level, component), the others as often as they are there, the message last. */
export function fieldsOfLog(lines: readonly string[]): readonly FieldSummary[] {
  const counts = new Map<string, number>();
  for (const line of lines.slice(0, mostLines)) {
    for (const { name } of fieldsOfLine(line) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const usual = usualNames(counts);
  const places = new Map([...usual.values()].map((name) => [name, true]));
  const others = [...counts.keys()].filter((name) => !places.has(name));
  others.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const inOrder = [FieldRole.time, FieldRole.level, FieldRole.component].flatMap(
    (role) => usual.get(role) ?? [],
  );
  const message = usual.get(FieldRole.message);
  const inMessage = message === undefined ? [] : [message];
  const names = [...inOrder, ...others.slice(0, mostFields), ...inMessage];
  return names.map((name) => ({ name, count: counts.get(name) ?? 0, isUsual: places.has(name) }));
}

/** Of each role the name most lines have; of as many the more certain one. */
function usualNames(counts: ReadonlyMap<string, number>): ReadonlyMap<FieldRole, string> {
  const best = new Map<FieldRole, { readonly name: string; readonly count: number; readonly rank: number }>();
  for (const [name, count] of counts) {
    const named = roleOf(name);
    if (!named) continue;
    const { role, rank } = named;
    const former = best.get(role);
    if (!former || count > former.count || (count === former.count && rank < former.rank)) {
      best.set(role, { name, count, rank });
    }
  }
  return new Map([...best].map(([role, { name }]) => [role, name]));
}

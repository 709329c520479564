import { isObject } from '../http/answers';

/** What stands deeper is shown as JSON: a mapping has 20 levels, a document that nobody indexed may have more. */
const deepest = 20;

/**
 * Fields of a document by their dotted names, in its order. A list of one value is that value, any other list is shown as JSON; what is
 * null or empty is no field.
 */
export function flatFields(source: Readonly<Record<string, unknown>>): FlatFields {
  const found: FlatFields = { fields: [], isExact: true };
  flatten(source, '', 0, found);
  return found;
}

export interface FlatFields {
  readonly fields: [name: string, value: string][];
  /** False where an integer was too long for how the answer was read: see `exactJson`. */
  isExact: boolean;
}

function flatten(
  object: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
  found: FlatFields,
) {
  // All of it is own: what JSON gave has no other names that can be listed. This runs for every field of every document.
  for (const name in object) {
    const value = object[name];
    if (typeof value === 'string' && value !== '') {
      found.fields.push([prefix + name, value]);
      continue;
    }
    const inner = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (isObject(inner) && depth < deepest) flatten(inner, `${prefix}${name}.`, depth + 1, found);
    else addField(prefix + name, inner, found);
  }
}

function addField(name: string, value: unknown, found: FlatFields): void {
  if (value === null || value === undefined || value === '') return;
  if (typeof value === 'object' && Object.keys(value).length === 0) return;
  if (!isExactly(value)) found.isExact = false;
  found.fields.push([name, shown(value)]);
}

/** A text of any value. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isExactly(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) || !Number.isInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isExactly);
}

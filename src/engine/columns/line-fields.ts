import { FieldRole, fieldIndex, fieldRole } from '../formats/field-names';
import type { Field } from '../formats/format';
import { jsonFields } from '../formats/json-fields';
import { pairFields } from '../formats/layout/pair-fields';

const encoder = new TextEncoder();
const openBrace = 0x7b;

/** What begins a line of logfmt. */
const pair = /^\s*[\w@./-]+=/;

/** Fields of a line of JSON or logfmt, in their order; undefined of any other line. */
export function fieldsOfLine(line: string): readonly Field[] | undefined {
  const isObject = /^\s*\{/.test(line);
  if (!isObject && !pair.test(line)) return undefined;
  const bytes = encoder.encode(line);
  const fields = isObject
    ? jsonFields(bytes, bytes.indexOf(openBrace), bytes.length)
    : pairFields(bytes, 0, bytes.length);
  return fields.length > 1 ? fields : undefined;
}

/** How certain a name of a role is, the lower the more; undefined of a name without one. */
export function roleOf(name: string): { readonly role: FieldRole; readonly rank: number } | undefined {
  const bytes = encoder.encode(name);
  const rank = fieldIndex(bytes, 0, bytes.length);
  const role = fieldRole(rank);
  return role === FieldRole.none ? undefined : { role, rank };
}

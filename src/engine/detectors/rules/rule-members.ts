import { categories, severities } from '../../model/finding';
import { Level, type LevelName } from '../../model/level';
import { quantityOf } from '../../templates/quantity';
import type { Burst, ValueCondition } from './rule';

/** A member that is not what it must be: its name, and what it must be, in type notation. */
export class BadMember {
  constructor(
    readonly name: string,
    readonly wanted: string,
  ) {}
}

type Members = Readonly<Record<string, unknown>>;

const longestId = 100;
const longestText = 1000;
const mostWords = 200;
const longestPattern = 1000;
const mostCounted = 100_000;
const longestBurst = 86_400;

const levels = Object.keys(Level) as LevelName[];

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined where the member is left out. @throws BadMember */
export function textOf(members: Members, name: string, longest = longestText): string | undefined {
  const value = members[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return value;
  throw new BadMember(name, `string (1 … ${longest})`);
}

export function idOf(members: Members): string {
  const id = textOf(members, 'id', longestId);
  if (id === undefined) throw new BadMember('id', `string (1 … ${longestId})`);
  return id;
}

export function patternOf(members: Members): string | undefined {
  return textOf(members, 'pattern', longestPattern);
}

function oneOf<Name extends string>(
  members: Members,
  name: string,
  names: readonly Name[],
): Name | undefined {
  const value = members[name];
  if (value === undefined) return undefined;
  const found = names.find((one) => one === value);
  if (found === undefined) throw new BadMember(name, names.join(' | '));
  return found;
}

export const severityOf = (members: Members) => oneOf(members, 'severity', severities);
export const categoryOf = (members: Members) => oneOf(members, 'category', categories);
export const levelOf = (members: Members) => oneOf(members, 'level', levels);

/** A list of texts, or one. */
export function textsOf(members: Members, name: string): readonly string[] | undefined {
  const value = members[name];
  if (value === undefined) return undefined;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const isList = list.length > 0 && list.length <= mostWords;
  if (
    isList &&
    list.every((text) => typeof text === 'string' && text.trim() !== '' && text.length <= mostWords)
  )
    return list as string[];
  throw new BadMember(name, `string[] (1 … ${mostWords})`);
}

export function conditionOf(members: Members): ValueCondition | undefined {
  const { value } = members;
  if (value === undefined) return undefined;
  if (!isObject(value)) throw new BadMember('value', '{ name?, atLeast?, atMost?, isOneOf?, contains? }');
  const condition = {
    name: textOf(value, 'name'),
    atLeast: boundOf(value, 'atLeast'),
    atMost: boundOf(value, 'atMost'),
    isOneOf: listOf(value, 'isOneOf'),
    contains: textsOf(value, 'contains'),
  };
  const { name: _, ...tests } = condition;
  if (Object.values(tests).every((test) => test === undefined))
    throw new BadMember('value', '{ atLeast | atMost | isOneOf | contains }');
  return condition;
}

/** A number, or one with a unit: `500ms`, `2GB`; folded to seconds and bytes. */
function boundOf(members: Members, name: string): number | undefined {
  const bound = members[name];
  if (bound === undefined) return undefined;
  if (typeof bound === 'number' && Number.isFinite(bound)) return bound;
  const text = typeof bound === 'string' ? bound.trim() : '';
  const quantity = quantityOf(text, 'duration') ?? quantityOf(text, 'size');
  if (quantity !== undefined && Number.isFinite(quantity.value)) return quantity.value;
  throw new BadMember(`value.${name}`, 'number | "500ms" | "2GB"');
}

function listOf(members: Members, name: string): readonly (string | number)[] | undefined {
  const list = members[name];
  if (list === undefined) return undefined;
  const isList = Array.isArray(list) && list.length > 0 && list.length <= mostWords;
  if (isList && list.every((one) => typeof one === 'string' || typeof one === 'number')) return list;
  throw new BadMember(`value.${name}`, `(string | number)[] (1 … ${mostWords})`);
}

export function burstOf(members: Members): Burst | undefined {
  const { burst } = members;
  if (burst === undefined) return undefined;
  if (!isObject(burst)) throw new BadMember('burst', '{ count, seconds }');
  return {
    count: wholeOf(burst, 'count', 2, mostCounted),
    seconds: wholeOf(burst, 'seconds', 1, longestBurst),
  };
}

function wholeOf(members: Members, name: string, least: number, most: number): number {
  const value = members[name];
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new BadMember(`burst.${name}`, `${least} … ${most}`);
}

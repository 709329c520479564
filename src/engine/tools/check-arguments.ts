import { beginning } from './beginning';
import type { ArgumentsOf, ObjectSchema, PropertySchema } from './schema';

export type CheckedArguments<Schema extends ObjectSchema> =
  | { readonly arguments: ArgumentsOf<Schema> }
  /** What is wrong and what would be right, for a model. */
  | { readonly problem: string };

const longestShown = 60;

/**
 * Holds what a model gave as arguments to their schema. What was meant is taken: `null` for left out, `"40"` for a whole number, `"true"`
 * for a flag; texts are cut of white space around.
 */
export function checkArguments<const Schema extends ObjectSchema>(
  schema: Schema,
  given: unknown,
): CheckedArguments<Schema> {
  const members = given === undefined || given === null ? {} : given;
  if (typeof members !== 'object' || Array.isArray(members))
    return { problem: `The arguments must be a JSON object. ${expected(schema)}` };
  const checked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    if (value === null || value === undefined) continue;
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (property === undefined)
      return { problem: `There is no argument ${shown(name)}. ${expected(schema)}` };
    const meant = meantValue(property, value);
    if (meant === undefined)
      return { problem: `"${name}" must be ${kindOf(property)}, but is ${shown(value)}.` };
    checked[name] = meant;
  }
  const missing = schema.required.find((name) => checked[name] === undefined);
  if (missing !== undefined)
    return { problem: `"${missing}" is missing: ${kindOf(schema.properties[missing])}. ${expected(schema)}` };
  return { arguments: checked as ArgumentsOf<Schema> };
}

function meantValue(property: PropertySchema, value: unknown): string | number | boolean | undefined {
  if (property.type === 'string') return meantText(property, value);
  if (property.type === 'integer') return meantInteger(property, value);
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function meantText(
  { enum: choices, maxLength }: Extract<PropertySchema, { type: 'string' }>,
  value: unknown,
): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (choices === undefined)
    return value.length > (maxLength ?? Number.POSITIVE_INFINITY) ? undefined : value;
  const wanted = value.trim().toLowerCase();
  return choices.find((choice) => choice.toLowerCase() === wanted);
}

function meantInteger(
  { minimum, maximum }: Extract<PropertySchema, { type: 'integer' }>,
  value: unknown,
): number | undefined {
  const number =
    typeof value === 'string' && /^\s{0,9}[Ll]?\d{1,15}\s{0,9}$/.test(value) ? numberIn(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined;
  return number < minimum || number > maximum ? undefined : number;
}

/** Lines are cited as `L12`. */
function numberIn(text: string): number {
  return Number(text.trim().replace(/^L/i, ''));
}

function kindOf(property: PropertySchema): string {
  if (property.type === 'boolean') return 'true or false';
  if (property.type === 'integer') return `a whole number from ${property.minimum} to ${property.maximum}`;
  if (property.enum !== undefined) return `one of ${property.enum.map((choice) => `"${choice}"`).join(', ')}`;
  return property.maxLength === undefined ? 'a text' : `a text of at most ${property.maxLength} characters`;
}

function expected({ properties, required }: ObjectSchema): string {
  const names = Object.entries(properties).map(
    ([name, property]) => `${name} (${required.includes(name) ? '' : 'optional, '}${kindOf(property)})`,
  );
  return names.length === 0 ? 'The tool takes none.' : `The tool takes: ${names.join('; ')}.`;
}

function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? JSON.stringify(value) : String(JSON.stringify(value) ?? typeof value);
  const plain = text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ');
  return beginning(plain, longestShown);
}

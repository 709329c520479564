import { isDeepStrictEqual } from 'node:util';

type Members = Readonly<Record<string, unknown>>;

/**
 * Throws where two values differ, with the first place where they do. The outcomes compared are large: `assert` takes
 * minutes to print how two of them differ, and a property that fails is tried hundreds of times.
 */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(actual, expected)) throw new Error(`${what}${difference(actual, expected)}`);
}

function difference(actual: unknown, expected: unknown): string {
  if (isObject(actual) && isObject(expected)) {
    const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
    const key = [...keys].find((name) => !isDeepStrictEqual(actual[name], expected[name]));
    if (key !== undefined) return `.${key}${difference(actual[key], expected[key])}`;
  }
  return `: ${shown(actual)} instead of ${shown(expected)}`;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? `${member}n` : member));
  return String(text).slice(0, 300);
}

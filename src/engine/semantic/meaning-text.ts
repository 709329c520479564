const variable = /<[a-z][a-z0-9-]*>/g;

/**
 * What a model reads of a template's pattern: its words. `<number>` and its kin stand in most patterns, so that they would make all alike;
 * where nothing else stands in one they are all it says.
 */
export function meaningText(pattern: string): string {
  const words = pattern.replace(variable, ' ').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(words) ? words : pattern;
}

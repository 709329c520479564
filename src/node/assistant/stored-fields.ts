/** What holds a stored file to its form; each throws where it is not as it should be. */

export function text(value: unknown, longest: number): string {
  if (typeof value !== 'string' || value.length > longest) throw damaged();
  return value;
}

/** 0 or more. */
export function whole(value: unknown): number {
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw damaged();
  return Number(value);
}

export function share(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw damaged();
  return value;
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw damaged();
  return value;
}

export function list<Item>(value: unknown, longest: number, itemOf: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value) || value.length > longest) throw damaged();
  return value.map(itemOf);
}

export function members(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged();
  return value as Record<string, unknown>;
}

export function oneOf<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw damaged();
  return chosen;
}

export function orNull<Value>(value: unknown, toValue: (given: unknown) => Value): Value | null {
  return value === null ? null : toValue(value);
}

function damaged(): Error {
  return new Error('not of the form it was written in');
}

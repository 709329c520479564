import type { SecretForm, SecretKind } from './secret';

/** Shorter ones stand in longer words by chance: those are hidden as words of their own alone. */
const leastWithinWord = 8;
/** Values looked for between two steps. */
const valuesAStep = 64;
const wordCharacter = /[\p{L}\p{N}_]/u;

/**
 * Forms of values that were put back into a text and are to be hidden in it again: what stood behind `password=` in the log stands in an
 * answer by itself, where no other form knows it. Values of several lines are known by a form of their own.
 */
export function* toldForms(
  text: string,
  secrets: Iterable<readonly [value: string, kind: SecretKind]>,
): Generator<void, readonly SecretForm[]> {
  const held: (readonly [string, SecretKind])[] = [];
  let looked = 0;
  for (const secret of secrets) {
    if (++looked % valuesAStep === 0) yield;
    if (text.includes(secret[0])) held.push(secret);
  }
  // A longer one may hold a shorter one.
  return held.sort(([a], [b]) => b.length - a.length).map(([value, kind]) => toldForm(value, kind));
}

function toldForm(value: string, kind: SecretKind): SecretForm {
  return {
    kind,
    find(line, tell) {
      for (let at = line.indexOf(value); at >= 0; at = line.indexOf(value, at + value.length))
        if (value.length >= leastWithinWord || isApart(line, at, value)) tell(at, at + value.length);
    },
  };
}

function isApart(line: string, at: number, value: string): boolean {
  const isJoined = (one: string, other: string) => wordCharacter.test(one) && wordCharacter.test(other);
  const end = at + value.length;
  return !isJoined(line[at - 1] ?? ' ', value[0]) && !isJoined(value[value.length - 1], line[end] ?? ' ');
}

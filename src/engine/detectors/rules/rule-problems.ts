import type { Sentence } from '../../model/finding';
import type { GivenRule } from './given-rule';

/** What is wrong with rules people wrote, by where they stand: lines of a file, entries of a setting. */
const patterns = {
  line: {
    pattern:
      '{0}, line {1}: the pattern of rule `{2}` does not compile ({3}). Mend it; the other rules are used.',
    member:
      '{0}, line {1}: `{2}` of the rule is missing or not what it must be: {3}. Mend it; the other rules are used.',
    object: '{0}, line {1}: no JSON object, so no rule. Mend or delete it; the other rules are used.',
  },
  entry: {
    pattern:
      '{0}, entry {1}: the pattern of rule `{2}` does not compile ({3}). Mend it; the other rules are used.',
    member:
      '{0}, entry {1}: `{2}` of the rule is missing or not what it must be: {3}. Mend it; the other rules are used.',
    object: '{0}, entry {1}: no JSON object, so no rule. Mend or delete it; the other rules are used.',
  },
} as const;

/** `problem`: the regex engine's words. */
export function badPattern({ unit, place, number }: GivenRule, id: string, problem: string): Sentence {
  return { pattern: patterns[unit].pattern, values: [place, number, id, problem] };
}

/** `wanted`: what the member must be, in type notation. */
export function badMember({ unit, place, number }: GivenRule, member: string, wanted: string): Sentence {
  return { pattern: patterns[unit].member, values: [place, number, member, wanted] };
}

export function noObject({ unit, place, number }: GivenRule): Sentence {
  return { pattern: patterns[unit].object, values: [place, number] };
}

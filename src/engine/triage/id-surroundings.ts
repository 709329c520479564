import { beforeLastWord } from './hash64';

/** What of an id stands for the surroundings of its record: the last word of its hash, which is the ordinal, is taken back. */
export interface IdSurroundings {
  readonly halves: number;
  /** Unsigned; exclusive or the upper half of the surroundings' own hash it is the ordinal. */
  readonly key: number;
}

const hexDigits = /^[0-9a-f]{16}$/;
/** A log has fewer records, so that of an ordinal these bits are 0. */
const ordinalBits = 28;

/** Undefined of what is no id of ours. */
export function surroundingsOf(id: string): IdSurroundings | undefined {
  if (!hexDigits.test(id)) return undefined;
  const upper = Number.parseInt(id.slice(0, 8), 16);
  const { halves, upperAndWord } = beforeLastWord(upper, Number.parseInt(id.slice(8), 16));
  return { halves, key: upperAndWord >>> 0 };
}

/** What no ordinal reaches of a number: 0 where it can be one. */
export function beyondOrdinals(number: number): number {
  return number >>> ordinalBits;
}

import type { GroupTable } from './group-table';

/** Something a correction brought about; false once a later one has undone it. */
export type Claim = (table: GroupTable) => boolean;

/** Pairs checked of one correction: more would say no more, and each is checked after each later correction. */
export const maxClaims = 16;

export function together(signatures: readonly number[]): Claim[] {
  const [first, ...others] = signatures;
  return others.slice(0, maxClaims).map((other) => (table) => table.groupOf(first) === table.groupOf(other));
}

export function apart(signatures: readonly number[]): Claim[] {
  const [first, ...others] = signatures;
  return others.slice(0, maxClaims).map((other) => (table) => table.groupOf(first) !== table.groupOf(other));
}

/** Where the signature has so many tokens, this one stands at the position. */
export function stands(signature: number, position: number, text: string): Claim {
  return (table) => table.groupOf(signature).texts[position] === text;
}

export function named(signature: number, name: string): Claim {
  return (table) => table.groupOf(signature).name === name;
}

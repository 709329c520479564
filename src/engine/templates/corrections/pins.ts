import { holdsVariable } from '../tokens';
import { wordKind } from '../word-kinds';
import { type Claim, stands, together } from './claim';
import type { PinToken } from './correction';
import { type Group, type GroupTable, united } from './group-table';
import { asVariable, coreOfToken, plainGlue } from './pattern';
import { partOff } from './regroup';

export function pinToken(table: GroupTable, pin: PinToken): Claim[] {
  return pin.as === 'word' ? pinWord(table, pin) : pinVariable(table, pin);
}

function pinWord(table: GroupTable, { token, where }: PinToken): Claim[] {
  const core = coreOfToken(token);
  const isPinned = (text: string) => coreOfToken(text) === core;
  if (where !== undefined) {
    const groups = table.matchingBut(where.pattern, where.position);
    return groups.flatMap((group) => partOff(table, group, where.position, isPinned));
  }
  const claims: Claim[] = [];
  const toLookAt = [...table.groups];
  for (let group = toLookAt.pop(); group !== undefined; group = toLookAt.pop()) {
    for (const position of variablePositions(group)) {
      const made = partOff(table, group, position, isPinned);
      claims.push(...made);
      if (made.length === 0) continue;
      // Its parts may hold the word at a further position.
      toLookAt.push(...new Set(group.signatures.map((signature) => table.groupOf(signature))));
      break;
    }
  }
  return claims;
}

function pinVariable(table: GroupTable, { token, where }: PinToken): Claim[] {
  if (where !== undefined) {
    return families(table.matchingBut(where.pattern, where.position), where.position).flatMap((family) =>
      makeVariable(table, family, where.position),
    );
  }
  const core = coreOfToken(token);
  return [...table.groups].flatMap((group) =>
    group.texts.flatMap((text, position) => {
      const now = table.groupOf(group.signatures[0]);
      if (
        !text.includes(core) ||
        holdsVariable(text) ||
        coreOfToken(text) !== core ||
        now.texts[position] !== text
      )
        return [];
      return makeVariable(table, [now, ...siblings(table, now, position)], position);
    }),
  );
}

/** Positions of a group at which signatures may differ. */
function variablePositions(group: Group): number[] {
  return group.texts.flatMap((text, position) => (holdsVariable(text) ? [position] : []));
}

/** Groups that differ from `group` at the position only, and there in a word that may as well be another. */
function siblings(table: GroupTable, group: Group, position: number): Group[] {
  return table
    .alike(group.glue)
    .filter(
      (other) =>
        other !== group &&
        other.glue === group.glue &&
        !other.fixed.has(position) &&
        wordKind(other.texts[position]) !== 'decisive' &&
        differAt(other, group, position),
    );
}

function differAt(a: Group, b: Group, position: number): boolean {
  return a.texts.every((text, i) => i === position || text === b.texts[i]);
}

/** The groups in lists of those that differ at the position only. */
function families(groups: readonly Group[], position: number): Group[][] {
  const byRest = new Map<string, Group[]>();
  for (const group of groups) {
    if (position >= group.texts.length) continue;
    const rest = `${plainGlue(group.glue)} ${group.texts.with(position, '').join(' ')}`;
    byRest.set(rest, [...(byRest.get(rest) ?? []), group]);
  }
  return [...byRest.values()];
}

function makeVariable(table: GroupTable, family: readonly Group[], position: number): Claim[] {
  const [{ texts, glue }] = family;
  const value = asVariable(texts[position]);
  const whole = united(family, { texts: texts.with(position, value), glue });
  const fixed = new Set([...whole.fixed].filter((other) => other !== position));
  table.replace(family, [{ ...whole, fixed }]);
  const firsts = family.map(({ signatures }) => signatures[0]);
  return [...together(firsts), stands(firsts[0], position, value)];
}

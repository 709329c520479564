import { holdsVariable } from '../tokens';
import { wordKind } from '../word-kinds';
import { type Claim, stands, together } from './claim';
import type { PinToken } from './correction';
import { type Group, type GroupTable, united } from './group-table';
import { asVariable, coreOfToken } from './pattern';
import { partOff } from './regroup';

/** Tokens of a template looked at: what stands further on is payload. */
const maxPositions = 256;

export function pinToken(table: GroupTable, pin: PinToken): Claim[] {
  return pin.as === 'word' ? pinWord(table, pin) : pinVariable(table, pin);
}

function pinWord(table: GroupTable, { token, where }: PinToken): Claim[] {
  const core = coreOfToken(token);
  const isPinned = (text: string) => text.includes(core) && coreOfToken(text) === core;
  if (where !== undefined) {
    const groups = table.matchingBut(where.pattern, where.position);
    return groups.flatMap((group) => partOff(table, group, where.position, isPinned));
  }
  const claims: Claim[] = [];
  const holdsIt = (signature: number) => table.shapeOfSignature(signature).texts.some(isPinned);
  const toLookAt = [...table.groups].filter(({ signatures }) => signatures.some(holdsIt));
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
  const longest = Math.max(
    0,
    ...Array.from(table.groups, ({ texts }) => Math.min(texts.length, maxPositions)),
  );
  const claims: Claim[] = [];
  for (let position = 0; position < longest; position++) claims.push(...pinColumn(table, token, position));
  return claims;
}

/** Makes the token a variable wherever it stands at the position, and with it the words that stand there elsewhere. */
function pinColumn(table: GroupTable, token: string, position: number): Claim[] {
  const core = coreOfToken(token);
  const isPinned = ({ texts }: Group) => {
    const text = texts[position];
    return text?.includes(core) && !holdsVariable(text) && coreOfToken(text) === core;
  };
  const pinned = new Set([...table.groups].filter(isPinned));
  if (pinned.size === 0) return [];
  const takesPart = (group: Group) => pinned.has(group) || maySay(group, position);
  return families([...table.groups].filter(takesPart), position)
    .filter((family) => family.some((group) => pinned.has(group)))
    .flatMap((family) => makeVariable(table, family, position));
}

/** Positions of a group at which signatures may differ: not those split already, though what stands there is a placeholder. */
function variablePositions({ texts, fixed }: Group): number[] {
  return texts.flatMap((text, position) => (holdsVariable(text) && !fixed.has(position) ? [position] : []));
}

/** Whether the word there may as well be another. */
function maySay({ texts, fixed }: Group, position: number): boolean {
  const text = texts[position];
  return text !== undefined && !fixed.has(position) && wordKind(text) !== 'decisive';
}

/** The groups in lists of those that differ at the position only. */
function families(groups: readonly Group[], position: number): Group[][] {
  const byRest = new Map<string, Group[]>();
  for (const group of groups) {
    if (position >= group.texts.length) continue;
    const rest = `${group.glue} ${group.texts.with(position, '').join(' ')}`;
    const known = byRest.get(rest);
    if (known === undefined) byRest.set(rest, [group]);
    else known.push(group);
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

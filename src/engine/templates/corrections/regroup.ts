import type { Shape } from '../signature-list';
import { widenedTexts } from '../template';
import { apart, type Claim, maxClaims, named, stands, together } from './claim';
import type { MergeTemplates, NameTemplate, SplitTemplate } from './correction';
import { type Group, type GroupTable, united } from './group-table';
import { plainGlue, shapeOf } from './pattern';

export function nameGroups(table: GroupTable, { pattern, name }: NameTemplate): Claim[] {
  const groups = table.matching(pattern);
  table.replace(
    groups,
    groups.map((group) => ({ ...group, name })),
  );
  return groups.map((group) => named(group.signatures[0], name));
}

export function mergeGroups(table: GroupTable, { patterns }: MergeTemplates): Claim[] {
  const groups = [...new Set(patterns.flatMap((pattern) => table.matching(pattern)))];
  if (groups.length === 0) return [];
  // The patterns themselves count too: where the log holds some of them only, the template still looks as elsewhere.
  const shape = sharedShape([...groups, ...patterns.map(shapeOf)]);
  const firsts = groups.map((group) => group.signatures[0]);
  const whole = united(groups, shape ?? oldest(groups));
  table.replace(groups, [shape === undefined ? whole : withoutFixed(whole)]);
  return firsts.length > 1 ? together(firsts) : [() => true];
}

export function splitGroups(table: GroupTable, { pattern, position }: SplitTemplate): Claim[] {
  return table.matching(pattern).flatMap((group) => {
    if (position >= group.texts.length) return [];
    return partOff(table, group, position, () => true);
  });
}

/** Signatures whose token at `position` is `wanted` become groups of their own, one a token; the others stay. */
export function partOff(
  table: GroupTable,
  group: Group,
  position: number,
  wanted: (token: string) => boolean,
): Claim[] {
  const parts = new Map<string, number[]>();
  const rest: number[] = [];
  for (const signature of group.signatures) {
    const token = tokenAt(table, group, signature, position);
    if (token === undefined || !wanted(token)) rest.push(signature);
    else if (parts.get(token)?.push(signature) === undefined) parts.set(token, [signature]);
  }
  if (parts.size === 0) return [];
  const made = [...parts].map(([token, signatures]) => part(group, signatures, position, token));
  table.replace([group], rest.length === 0 ? made : [{ ...group, signatures: rest }, ...made]);
  const firsts = [...(rest.length === 0 ? [] : [rest[0]]), ...made.map(({ signatures }) => signatures[0])];
  const alone = made
    .slice(0, maxClaims)
    .map(({ texts, signatures }) => stands(signatures[0], position, texts[position]));
  return [...apart(firsts), ...alone];
}

/** Undefined where the signature is of another shape than its group. */
function tokenAt(table: GroupTable, group: Group, signature: number, position: number): string | undefined {
  const { texts, glue } = table.shapeOfSignature(signature);
  return plainGlue(glue) === plainGlue(group.glue) ? texts[position] : undefined;
}

function part(group: Group, signatures: readonly number[], position: number, token: string): Group {
  const texts = group.texts.with(position, token);
  return { ...group, texts, signatures, fixed: new Set([...group.fixed, position]) };
}

/** What stands for all, undefined where they have not as many tokens, glued alike. */
export function sharedShape(shapes: readonly Shape[]): Shape | undefined {
  const [first, ...others] = shapes;
  if (others.some(({ glue }) => plainGlue(glue) !== plainGlue(first.glue))) return undefined;
  const texts = others.reduce<readonly string[]>((wide, { texts }) => widenedTexts(wide, texts), first.texts);
  return { texts, glue: first.glue };
}

function oldest(groups: readonly Group[]): Group {
  return groups.reduce((a, b) => (b.signatures[0] < a.signatures[0] ? b : a));
}

function withoutFixed(group: Group): Group {
  return { ...group, fixed: new Set() };
}

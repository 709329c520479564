import type { Shape } from '../signature-list';
import { signatureText } from '../signature-text';
import type { TemplatePattern } from './correction';
import { fits, plainGlue, shapeOf } from './pattern';

/** A template while corrections are applied; `texts` and `glue` are what it looks like. */
export interface Group extends Shape {
  /** Ascending. */
  readonly signatures: readonly number[];
  /** Positions at which a correction wants the word that stands there. */
  readonly fixed: ReadonlySet<number>;
  readonly name: string | undefined;
}

/** What a signature looks like, and the group each belongs to. Two groups that look the same are one. */
export class GroupTable {
  private readonly byLook = new Map<string, Group>();
  private readonly byGlue = new Map<string, Set<Group>>();
  /** By glue without a salt, that glue with each salt there is. */
  private readonly gluesWith = new Map<string, Set<string>>();
  private readonly groupOfSignature: Group[] = [];

  constructor(
    groups: Iterable<Group>,
    /** Masked tokens of a signature. */
    readonly shapeOfSignature: (signature: number) => Shape,
  ) {
    for (const group of groups) this.add(group);
  }

  get groups(): Iterable<Group> {
    return this.byLook.values();
  }

  groupOf(signature: number): Group {
    return this.groupOfSignature[signature];
  }

  /** `made` takes the place of `former`; the two hold the same signatures. */
  replace(former: readonly Group[], made: readonly Group[]): void {
    for (const group of former) {
      this.byLook.delete(lookOf(group));
      this.byGlue.get(plainGlue(group.glue))?.delete(group);
    }
    for (const group of made) this.add(group);
  }

  /** Groups that look as the pattern says; where none does, those that may have become it or it them. */
  matching(pattern: TemplatePattern): Group[] {
    const { texts, glue } = shapeOf(pattern);
    const salted = [...(this.gluesWith.get(glue) ?? [])];
    const same = salted.flatMap((one) => this.byLook.get(lookOf({ texts, glue: one })) ?? []);
    return same.length > 0 ? same : this.alike(glue).filter((group) => fits(texts, group.texts));
  }

  /** Groups that fit the pattern whatever stands at `position`. */
  matchingBut(pattern: TemplatePattern, position: number): Group[] {
    const { texts, glue } = shapeOf(pattern);
    return this.alike(glue).filter((group) => fits(texts, group.texts, position));
  }

  /** Groups with as many tokens, glued alike. */
  alike(glue: string): Group[] {
    return [...(this.byGlue.get(plainGlue(glue)) ?? [])];
  }

  private add(group: Group): void {
    const look = lookOf(group);
    const twin = this.byLook.get(look);
    if (twin !== undefined) {
      this.replace([twin], [united([twin, group], twin)]);
      return;
    }
    this.byLook.set(look, group);
    const glue = plainGlue(group.glue);
    addTo(this.byGlue, glue, group);
    addTo(this.gluesWith, glue, group.glue);
    for (const signature of group.signatures) this.groupOfSignature[signature] = group;
  }
}

/** One group of several, that looks like `shape`; the oldest that has a name gives it. */
export function united(groups: readonly Group[], shape: Shape): Group {
  const byAge = [...groups].sort((a, b) => a.signatures[0] - b.signatures[0]);
  return {
    texts: shape.texts,
    glue: shape.glue,
    signatures: byAge.flatMap((group) => group.signatures).sort((a, b) => a - b),
    fixed: new Set(byAge.flatMap((group) => [...group.fixed])),
    name: byAge.find((group) => group.name !== undefined)?.name,
  };
}

function addTo<Item>(sets: Map<string, Set<Item>>, key: string, item: Item): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([item]));
  else known.add(item);
}

function lookOf({ texts, glue }: Shape): string {
  return signatureText(texts, glue);
}

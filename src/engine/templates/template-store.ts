import type { TemplateId } from '../model/units';
import { DrainTree } from './drain-tree';
import { isOverSplit, OverSplitIndex } from './over-split-index';
import { holds } from './similarity';
import { type Line, lineOf, type Template, widen } from './template';
import { joinTokens } from './tokens';

/**
 * Groups masked messages into templates, in the order they are given. When two templates turn out to be
 * one, the older id stays and the younger becomes its alias; no id is used twice.
 */
export class TemplateStore {
  private readonly templates: Template[] = [];
  /** The template each id stands for; its own index while it is live. */
  private readonly aliases: TemplateId[] = [];
  /** Live templates by what they look like: widening may make two alike. */
  private readonly byPattern = new Map<string, TemplateId>();
  private readonly tree = new DrainTree();
  private readonly overSplit = new OverSplitIndex();
  liveCount = 0;

  /** The template of a message not seen before. */
  assign(texts: readonly string[], glue: string): TemplateId {
    const line = lineOf(texts, glue);
    const nearest = this.tree.nearest(line);
    if (nearest === undefined) return this.create(line);
    this.absorb(nearest, line);
    return this.live(nearest.id);
  }

  /** Follows aliases to the template that is live now. */
  live(id: TemplateId): TemplateId {
    let root = id;
    while (this.aliases[root] !== root) root = this.aliases[root];
    // Path compression: later look-ups of a chain take one step.
    for (let at = id; at !== root; ) {
      const next = this.aliases[at];
      this.aliases[at] = root;
      at = next;
    }
    return root;
  }

  get(id: TemplateId): Template {
    return this.templates[this.live(id)];
  }

  private create(line: Line): TemplateId {
    const twin = this.byPattern.get(patternKey(line));
    if (twin !== undefined) return twin;
    const id = this.templates.length as TemplateId;
    const template: Template = { id, glue: line.glue, texts: line.texts, kinds: line.kinds, wild: new Set() };
    this.templates.push(template);
    this.aliases.push(id);
    this.liveCount++;
    this.byPattern.set(patternKey(template), id);
    this.tree.add(template);
    this.mergeOverSplit(template);
    return this.live(id);
  }

  private absorb(template: Template, line: Line): void {
    if (holds(template, line)) return;
    this.replaceTokens(template, () => widen(template, line));
  }

  /** Changes a live template's tokens and files it anew; where it then equals another, the two become one. */
  private replaceTokens(template: Template, change: () => void): void {
    this.tree.remove(template);
    this.byPattern.delete(patternKey(template));
    change();
    const twin = this.byPattern.get(patternKey(template));
    if (twin !== undefined) {
      this.unite(this.templates[twin], template);
      return;
    }
    this.byPattern.set(patternKey(template), template.id);
    this.tree.add(template);
    this.absorbHeld(template);
    this.mergeOverSplit(this.templates[this.live(template.id)]);
  }

  /** Narrower templates that a widened one holds become part of it; of all, the oldest keeps its id. */
  private absorbHeld(template: Template): void {
    const held = this.tree.heldBy(template);
    if (held.length === 0) return;
    const oldest = held.reduce((a, b) => (b.id < a.id ? b : a), template);
    for (const other of held) if (other !== oldest) this.retire(other, oldest.id);
    if (oldest === template) return;
    this.retire(template, oldest.id);
    this.replaceTokens(oldest, () => takeOver(oldest, template));
  }

  private mergeOverSplit(template: Template): void {
    for (const { position, ids } of this.overSplit.file(template)) {
      const group = this.alikeBut(template, position, ids);
      if (group.length < 2 || !isOverSplit(group, position)) continue;
      const [oldest, ...younger] = group;
      for (const other of younger) this.retire(other, oldest.id);
      this.replaceTokens(oldest, () => {
        for (const other of younger) widen(oldest, other);
      });
      return;
    }
  }

  /** Live templates among `ids` that equal `template` but for `position`, oldest first: what was filed may have widened since. */
  private alikeBut(template: Template, position: number, ids: readonly TemplateId[]): Template[] {
    const live = new Set(ids.map((id) => this.live(id)));
    return Array.from(live, (id) => this.templates[id])
      .filter(
        ({ texts, kinds, glue }) =>
          kinds[position] !== 'variable' &&
          glue === template.glue &&
          texts.every((text, i) => i === position || text === template.texts[i]),
      )
      .sort((a, b) => a.id - b.id);
  }

  /** `b` has left the tree and the patterns; `a`, which looks the same, is still in both. */
  private unite(a: Template, b: Template): void {
    const [older, younger] = a.id < b.id ? [a, b] : [b, a];
    for (const position of younger.wild) older.wild.add(position);
    if (older === b) {
      this.tree.remove(a);
      this.byPattern.set(patternKey(b), b.id);
      this.tree.add(b);
    }
    this.aliases[younger.id] = older.id;
    this.liveCount--;
  }

  private retire(template: Template, heir: TemplateId): void {
    this.tree.remove(template);
    this.byPattern.delete(patternKey(template));
    this.aliases[template.id] = heir;
    this.liveCount--;
  }
}

function takeOver(heir: Template, wider: Template): void {
  heir.texts = wider.texts;
  heir.kinds = wider.kinds;
  for (const position of wider.wild) heir.wild.add(position);
}

function patternKey({ texts, glue }: Pick<Template, 'texts' | 'glue'>): string {
  return `${glue} ${joinTokens(texts, glue)}`;
}

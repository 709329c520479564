import { Uint32Column } from '../model/column';
import type { SignatureId, TemplateId } from '../model/units';
import { DrainTree } from './drain-tree';
import { innerToken, innerVariable, isAround } from './inner-variable';
import { isOverSplit, OverSplitIndex } from './over-split-index';
import type { Shape } from './signature-list';
import { glueOfText, signatureText, tokensOfText } from './signature-text';
import { holds } from './similarity';
import { type Line, lineOf, setVariable, type Template, widen } from './template';

/** One for all that nothing widened yet: a set each would be a tenth of their memory. */
const nowhere: ReadonlySet<number> = new Set();

/**
 * Groups masked messages into templates, in the order they are given. A template's id is the signature that
 * founded it: it is the same however often anybody asks, and no id is used twice. When two templates turn out
 * to be one, the older id stays and the younger becomes its alias.
 */
export class TemplateStore {
  /** The template each signature belongs to, perhaps by way of aliases; itself where it founded one that is live. */
  private readonly parents = new Uint32Column();
  private readonly templates = new Map<TemplateId, Template>();
  /** Ids that became aliases, in the order they did. */
  private readonly retired: TemplateId[] = [];
  /** Live templates by what they look like: widening may make two alike. */
  private readonly byPattern = new Map<string, TemplateId>();
  private readonly tree = new DrainTree();
  private readonly overSplit = new OverSplitIndex();

  get liveCount(): number {
    return this.templates.size;
  }

  liveIds(): TemplateId[] {
    return [...this.templates.keys()];
  }

  get retiredCount(): number {
    return this.retired.length;
  }

  /** Gives the next signature, a message not seen before, its template; `text` as `signatureText` made it. */
  assign(text: string): void {
    const line = lineOf(tokensOfText(text), glueOfText(text));
    const nearest = this.tree.nearest(line);
    if (nearest === undefined) {
      this.create(line, text);
      return;
    }
    this.parents.push(nearest.id);
    if (!holds(nearest, line)) this.replaceTokens(nearest, () => widen(nearest, line));
  }

  /** The template a message is most like, if it is like any; nothing changes. */
  nearest({ texts, glue }: Shape): TemplateId | undefined {
    return this.tree.nearest(lineOf(texts, glue))?.id;
  }

  /** The template that `signature` belongs to now. */
  templateOf(signature: SignatureId): TemplateId {
    let root: number = signature;
    while (this.parents.get(root) !== root) root = this.parents.get(root);
    // Path compression: later look-ups of a chain take one step.
    for (let at: number = signature; at !== root; ) {
      const next = this.parents.get(at);
      this.parents.set(at, root);
      at = next;
    }
    return root as TemplateId;
  }

  /** The live template that `id`, perhaps an alias, stands for. */
  get(id: TemplateId): Template {
    return this.liveTemplate(this.live(id));
  }

  /** Ids that became aliases after the first `mark` ones. */
  retiredSince(mark: number): TemplateId[] {
    return this.retired.slice(mark);
  }

  private live(id: TemplateId): TemplateId {
    return this.templateOf(id as number as SignatureId);
  }

  private liveTemplate(id: TemplateId): Template {
    const template = this.templates.get(id);
    if (template === undefined) throw new Error(`no template has the id ${id}`);
    return template;
  }

  /** `key`: its `patternKey`, the signature's own text. */
  private create(line: Line, key: string): void {
    const id = this.parents.length as TemplateId;
    const twin = this.byPattern.get(key);
    this.parents.push(twin ?? id);
    if (twin !== undefined) return;
    const template: Template = { id, glue: line.glue, texts: line.texts, kinds: line.kinds, wild: nowhere };
    this.templates.set(id, template);
    this.byPattern.set(key, id);
    this.tree.add(template);
    this.mergeOverSplit(template);
  }

  /** Changes a live template's tokens and files it anew; where it then equals another, the two become one. */
  private replaceTokens(template: Template, change: () => void): void {
    this.tree.remove(template);
    this.byPattern.delete(patternKey(template));
    change();
    const twin = this.byPattern.get(patternKey(template));
    if (twin !== undefined) {
      this.unite(this.liveTemplate(twin), template);
      return;
    }
    this.byPattern.set(patternKey(template), template.id);
    this.tree.add(template);
    this.absorbHeld(template);
    this.mergeOverSplit(this.get(template.id));
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
      if (group.length < 2) continue;
      if (isOverSplit(group, position)) {
        this.merge(group, (oldest, younger) => {
          for (const other of younger) widen(oldest, other);
        });
        return;
      }
      if (this.mergeInner(template, group, position)) return;
    }
  }

  /** Merges those of `group` whose tokens at `position` differ in a name within a run of text. */
  private mergeInner(template: Template, group: readonly Template[], position: number): boolean {
    const textOf = ({ texts }: Template) => texts[position];
    const inner = innerVariable([
      textOf(template),
      ...group.filter((other) => other !== template).map(textOf),
    ]);
    if (inner === undefined) return false;
    const alike = group.filter((other) => isAround(inner, textOf(other)));
    this.merge(alike, (oldest) => setVariable(oldest, position, innerToken(inner)));
    return true;
  }

  /** Of several, the oldest first, one that `change` makes hold all. */
  private merge(
    [oldest, ...younger]: readonly Template[],
    change: (oldest: Template, younger: readonly Template[]) => void,
  ): void {
    for (const other of younger) this.retire(other, oldest.id);
    this.replaceTokens(oldest, () => change(oldest, younger));
  }

  /** Live templates among `ids` that equal `template` but for `position`, oldest first: what was filed may have widened since. */
  private alikeBut(template: Template, position: number, ids: readonly TemplateId[]): Template[] {
    const live = new Set(ids.map((id) => this.live(id)));
    return Array.from(live, (id) => this.liveTemplate(id))
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
    older.wild = new Set([...older.wild, ...younger.wild]);
    if (older === b) {
      this.tree.remove(a);
      this.byPattern.set(patternKey(b), b.id);
      this.tree.add(b);
    }
    this.alias(younger, older.id);
  }

  private retire(template: Template, heir: TemplateId): void {
    this.tree.remove(template);
    this.byPattern.delete(patternKey(template));
    this.alias(template, heir);
  }

  private alias(template: Template, heir: TemplateId): void {
    this.parents.set(template.id, heir);
    this.templates.delete(template.id);
    this.retired.push(template.id);
  }
}

function takeOver(heir: Template, wider: Template): void {
  heir.texts = wider.texts;
  heir.kinds = wider.kinds;
  heir.wild = new Set([...heir.wild, ...wider.wild]);
}

function patternKey({ texts, glue }: Pick<Template, 'texts' | 'glue'>): string {
  return signatureText(texts, glue);
}

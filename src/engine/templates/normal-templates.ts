import type { TemplateId } from '../model/units';
import { fits, shapeOf } from './corrections/pattern';
import type { NormalMatch, NormalTemplate } from './normal-template';

interface NamedTemplate extends NormalTemplate {
  readonly id: TemplateId;
}

interface ShapedTemplate {
  readonly id: TemplateId;
  readonly texts: readonly string[];
  readonly glue: string;
  readonly kind: string;
}

/**
 * The templates that look as those given; where none does, those that one given may have become, or that may have become it,
 * as more of a log was read.
 */
export function matchNormal(
  given: readonly NormalTemplate[],
  templates: readonly NamedTemplate[],
): NormalMatch[] {
  if (given.length === 0) return [];
  const byPattern = new Map(templates.map((template) => [template.pattern, template.id]));
  const shapes = new TemplateShapes(templates);
  return given.flatMap((one, index) => {
    const same = byPattern.get(one.pattern);
    const ids = same === undefined ? shapes.alike(one) : [same];
    return ids.map((template) => ({ given: index, template }));
  });
}

/** Templates by their number of tokens: a store may hold thousands of labels that are other logs'. */
class TemplateShapes {
  private readonly byLength = new Map<number, NamedTemplate[]>();
  private readonly shaped = new Map<number, readonly ShapedTemplate[]>();

  constructor(templates: readonly NamedTemplate[]) {
    for (const template of templates) {
      const own = this.byLength.get(template.pieces.length);
      if (own === undefined) this.byLength.set(template.pieces.length, [template]);
      else own.push(template);
    }
  }

  alike(one: NormalTemplate): TemplateId[] {
    const { texts, glue } = shapeOf(one.pieces);
    const kind = kindOf(one);
    const near = this.ofLength(texts.length);
    return near
      .filter((template) => template.glue === glue && template.kind === kind && fits(texts, template.texts))
      .map(({ id }) => id);
  }

  private ofLength(length: number): readonly ShapedTemplate[] {
    const known = this.shaped.get(length);
    if (known !== undefined) return known;
    const own = this.byLength.get(length) ?? [];
    const shaped = own.map((template) => ({
      id: template.id,
      kind: kindOf(template),
      ...shapeOf(template.pieces),
    }));
    this.shaped.set(length, shaped);
    return shaped;
  }
}

/** What the pattern shows behind its tokens. */
function kindOf({ pattern, pieces }: NormalTemplate): string {
  return pattern.slice(pieces.join('').length);
}

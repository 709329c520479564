import type { TemplateId } from '../model/units';
import { fits, shapeOf } from './corrections/pattern';
import type { NormalMatch, NormalTemplate } from './normal-template';

interface NamedTemplate extends NormalTemplate {
  readonly id: TemplateId;
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
  return given.flatMap((one, index) => {
    const same = byPattern.get(one.pattern);
    const ids = same === undefined ? alike(one, templates) : [same];
    return ids.map((template) => ({ given: index, template }));
  });
}

function alike(one: NormalTemplate, templates: readonly NamedTemplate[]): TemplateId[] {
  const { texts, glue } = shapeOf(one.pieces);
  const kind = kindOf(one);
  return templates.flatMap((template) => {
    if (template.pieces.length !== texts.length || kindOf(template) !== kind) return [];
    const shape = shapeOf(template.pieces);
    return shape.glue === glue && fits(texts, shape.texts) ? [template.id] : [];
  });
}

/** What the pattern shows behind its tokens. */
function kindOf({ pattern, pieces }: NormalTemplate): string {
  return pattern.slice(pieces.join('').length);
}

import type { MergeCandidate } from '../../model/analysis';
import type { TemplateId } from '../../model/units';
import type { Shape } from '../signature-list';
import { joinTokens } from '../tokens';
import { plainGlue } from './pattern';
import { sharedShape } from './regroup';

/** More than a person looks through. */
const mostCandidates = 30;
/** Templates that share less than this of their tokens have nothing to do with each other. */
const leastAlike = 0.3;

export interface ShapedTemplate {
  readonly id: TemplateId;
  readonly shape: Shape;
}

/**
 * What a template can be merged with, the most alike first, of equals the older: by the share of tokens they have in
 * common (Dice's coefficient), those of as many tokens before the others.
 */
export function mergeCandidates(
  wanted: ShapedTemplate,
  templates: Iterable<ShapedTemplate>,
): MergeCandidate[] {
  const tokens = countsOf(wanted.shape.texts);
  const ranked: { template: ShapedTemplate; likeness: number }[] = [];
  for (const template of templates) {
    if (template.id === wanted.id) continue;
    const likeness = likenessOf(tokens, wanted.shape, template.shape);
    if (likeness >= leastAlike) ranked.push({ template, likeness });
  }
  return ranked
    .sort((a, b) => b.likeness - a.likeness || a.template.id - b.template.id)
    .slice(0, mostCandidates)
    .map(({ template }) => ({ template: template.id, pattern: mergedPattern(wanted, template) }));
}

function likenessOf(tokens: ReadonlyMap<string, number>, wanted: Shape, other: Shape): number {
  const left = new Map(tokens);
  let shared = 0;
  for (const text of other.texts) {
    const count = left.get(text) ?? 0;
    if (count === 0) continue;
    left.set(text, count - 1);
    shared++;
  }
  const dice = (2 * shared) / (wanted.texts.length + other.texts.length);
  return dice >= leastAlike && plainGlue(wanted.glue) === plainGlue(other.glue) ? dice + 1 : dice;
}

/** As `mergeGroups` makes it: where they have not as many tokens, the older one stands for both. */
function mergedPattern(a: ShapedTemplate, b: ShapedTemplate): string {
  const older = a.id < b.id ? a : b;
  const { texts, glue } = sharedShape([a.shape, b.shape]) ?? older.shape;
  return joinTokens(texts, glue);
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

import type { FormatVariant } from './format';
import { formatTable } from './format-table';
import { layoutVariant } from './layout/layout-format';
import { withLevelInMessage } from './level-in-message';
import type { Candidate } from './log-reader';

/** Ways of writing of the formats we know, the more specific first. */
export const known: readonly Candidate[] = formatTable
  .flatMap(({ name, variants, neverWraps = false, continuations = [], ...format }) =>
    (variants ?? [format]).map((variant) => ({ name, variant, neverWraps, continuations })),
  )
  .map((candidate, key) => ({ ...candidate, key }));

export function textCandidate(variant: FormatVariant): Candidate {
  return { name: 'text', variant, neverWraps: false, continuations: [] };
}

/** Text with a header that no format we know has. */
export function layoutCandidate(layout: string): Candidate {
  return { ...textCandidate(withLevelInMessage(layoutVariant(layout))), key: layout };
}

/** What has this key. */
export function candidateOf(key: number | string): Candidate {
  return typeof key === 'number' ? known[key] : layoutCandidate(key);
}

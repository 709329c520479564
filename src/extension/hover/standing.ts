import type { ParameterStanding, ParameterSummary, RecordParameters } from '../../engine/model/analysis';
import type { Sentence } from '../../engine/model/finding';
import { grouped } from '../../protocol/sentence';

export interface ShownStanding {
  readonly position: number;
  readonly sentence: Sentence;
}

/** Of a template's parameters; a hover of more is not read. */
const mostShown = 5;

/** Where a line's values stand among those of its template: the most unusual ones, in the order of the line. */
export function shownStandings({ parameters, standings }: RecordParameters): ShownStanding[] {
  return standings
    .map((standing, index) => ({ standing, index, unusual: unusualness(standing) }))
    .filter(({ standing }) => standing.value !== '' && standing.of > 1)
    .sort((a, b) => b.unusual - a.unusual || a.index - b.index)
    .slice(0, mostShown)
    .sort((a, b) => a.index - b.index)
    .map(({ standing, index }) => ({
      position: parameters[index].position,
      sentence: standingSentence(standing, parameters[index]),
    }));
}

/** 0 where all are alike to 1 where none is. */
function unusualness({ of, below, equal }: ParameterStanding): number {
  if (below === null || equal === null) return 1 - (equal ?? 0) / of;
  return Math.max(below, of - below - equal) / of;
}

export function standingSentence(
  { value, of, below, equal }: ParameterStanding,
  { distinct }: Pick<ParameterSummary, 'distinct'>,
): Sentence {
  const all = grouped(of);
  if (equal === null)
    return { pattern: '`{0}`: one of at least {1} values', values: [value, grouped(distinct)] };
  if (below === null || 2 * equal >= of) {
    return { pattern: '`{0}`: {1} of {2} have it', values: [value, grouped(equal), all] };
  }
  const above = of - below - equal;
  if (above === 0 && equal <= 1) return { pattern: '`{0}`: the highest of {1}', values: [value, all] };
  if (below === 0 && equal <= 1) return { pattern: '`{0}`: the lowest of {1}', values: [value, all] };
  if (below >= above)
    return { pattern: '`{0}`: above {1} % of {2}', values: [value, percent(below, of), all] };
  return { pattern: '`{0}`: below {1} % of {2}', values: [value, percent(above, of), all] };
}

/** Rounded down: "above 100 %" would be of itself, too. */
function percent(part: number, of: number): number {
  return Math.floor((100 * part) / of);
}

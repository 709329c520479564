import type { ComparedFinding, Comparison } from '../../engine/model/comparison';
import type { TemplateId } from '../../engine/model/units';
import type { FinishedComparison } from '../../node/analyse-logs';

/** A comparison and what of it is shown. */
export interface ComparisonShown {
  readonly finished: FinishedComparison;
  /** By source index, as the command line names them. */
  readonly paths: readonly string[];
  /** In order of line. */
  readonly findings: readonly ComparedFinding[];
  /** Of a template that a list of the comparison names: its own name or its pattern, cut. */
  readonly patternOf: (template: TemplateId) => string;
}

/** Patterns are log text where nothing varies. */
const longestPattern = 200;
const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

export function patternsOf({ templates }: Comparison): (template: TemplateId) => string {
  const texts = new Map(
    templates.map(({ id, name, pattern }) => [
      id,
      (name ?? pattern).replace(control, ' ').slice(0, longestPattern),
    ]),
  );
  return (template) => texts.get(template) ?? '';
}

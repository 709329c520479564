import { tailMasses } from '../features/tail-mass';
import type { NoiseNotch } from './filter';

/**
 * By notch: a template is folded when more than this share of the records is of templates no more frequent than it. At the first notch
 * that is what makes up the bulk of a log, at the last all but its rarest fiftieth. Set on eleven logs of very different makes, such
 * that nearly every notch leaves clearly less than the one before (docs/reading.md).
 */
const folded: Readonly<Record<NoiseNotch, number>> = { 0: 1, 1: 0.6, 2: 0.3, 3: 0.1, 4: 0.02 };
/** What came less often is no noise, however short the log. */
const leastCount = 3;

/** What is known of a template: its records, and whether most of them warn or are worse. */
export interface CountedTemplate {
  readonly count: number;
  readonly warns: boolean;
}

/** Which of the templates are frequent enough to be folded; warnings and worse need one notch more. In the order given. */
export function foldedTemplates(templates: readonly CountedTemplate[], notch: NoiseNotch): boolean[] {
  const masses = tailMasses(Uint32Array.from(templates, ({ count }) => count));
  const milder = Math.max(0, notch - 1) as NoiseNotch;
  return templates.map(
    ({ count, warns }, i) => count >= leastCount && masses[i] > folded[warns ? milder : notch],
  );
}

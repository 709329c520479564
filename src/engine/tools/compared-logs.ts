import type {
  ComparedFinding,
  ComparedTemplate,
  ReorderedTemplate,
  TemplateSides,
  UnremarkableTemplate,
  VanishedTemplate,
} from '../model/comparison';
import type { Sentence } from '../model/finding';

/** What comparing the log with good ones gave; lists may be shorter than their totals. Lines of the log count through all of its files. */
export interface ComparedLogs {
  /** What lines of the good log are cited by: `B` for `[B:L7]`. */
  readonly document: string;
  readonly findings: readonly ComparedFinding[];
  readonly vanished: readonly (VanishedTemplate & { readonly excerpt: string })[];
  readonly reordered: readonly ReorderedTemplate[];
  readonly alsoNew: readonly UnremarkableTemplate[];
  readonly sides: readonly TemplateSides[];
  readonly templates: readonly ComparedTemplate[];
  readonly notJudged: readonly Sentence[];
  readonly totals: Readonly<Record<'new' | 'shifted' | 'vanished' | 'reordered' | 'alsoNew', number>>;
}

/**
 * A template as a correction remembers it: its tokens, which joined are the pattern people read. A token that
 * stands apart from the one before begins with a blank.
 */
export type TemplatePattern = readonly string[];

/** What a person said about templates. Positions count a pattern's tokens from 0. */
export type TemplateCorrection = NameTemplate | MergeTemplates | SplitTemplate | PinToken;

export interface NameTemplate {
  readonly kind: 'name';
  readonly pattern: TemplatePattern;
  readonly name: string;
}

/** The templates are one. */
export interface MergeTemplates {
  readonly kind: 'merge';
  readonly patterns: readonly TemplatePattern[];
}

/** Each word that stands at the position has a template of its own. */
export interface SplitTemplate {
  readonly kind: 'split';
  readonly pattern: TemplatePattern;
  readonly position: number;
}

/** As a `word` the token has a template of its own, as a `variable` it is one value of many. */
export interface PinToken {
  readonly kind: 'pin';
  /** Punctuation around it does not count. */
  readonly token: string;
  readonly as: 'word' | 'variable';
  /** Undefined pins it wherever it stands. */
  readonly where?: { readonly pattern: TemplatePattern; readonly position: number } | undefined;
}

/**
 * What became of a correction: `unmatched` where the log has nothing it speaks of, `overruled` where a later one
 * says otherwise; `by` is that one's index.
 */
export type CorrectionOutcome =
  | { readonly state: 'applied' | 'unmatched' }
  | { readonly state: 'overruled'; readonly by: number };

/** Whether data from outside is a correction. */
export function isTemplateCorrection(data: object): data is TemplateCorrection {
  const fields = data as Readonly<Record<string, unknown>>;
  switch (fields.kind) {
    case 'name':
      return isPattern(fields.pattern) && typeof fields.name === 'string';
    case 'merge':
      return Array.isArray(fields.patterns) && fields.patterns.every(isPattern);
    case 'split':
      return isPlace(fields);
    case 'pin':
      return isPin(fields);
    default:
      return false;
  }
}

function isPin({ token, as, where }: Readonly<Record<string, unknown>>): boolean {
  if (typeof token !== 'string' || (as !== 'word' && as !== 'variable')) return false;
  return where === undefined || (typeof where === 'object' && where !== null && isPlace({ ...where }));
}

function isPlace({ pattern, position }: Readonly<Record<string, unknown>>): boolean {
  return isPattern(pattern) && Number.isSafeInteger(position) && Number(position) >= 0;
}

function isPattern(value: unknown): value is TemplatePattern {
  return Array.isArray(value) && value.every((token) => typeof token === 'string');
}

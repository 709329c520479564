/**
 * What a model is asked and told of a sequence. Each text may name `{log}`, `{count}`, `{verdict}`, `{category}`, `{reasons}`,
 * `{source}`, `{session}`; what stands in `[[…]]` is left out where a placeholder in it has nothing to say; `{{` and `}}` are braces.
 */
export interface InstructionPattern {
  readonly instruction: string;
  readonly input: string;
  /** The answer where the label is normal, and where it is anomalous. */
  readonly normal: string;
  readonly anomalous: string;
}

/** The shape of the file a person edits: JSON of this. */
export interface InstructionSet {
  /** Who the model is to be, where a format has a place for it; '' for none. */
  readonly system: string;
  /** `{verdict}`: begin answers with it, and Validate Dataset and evaluation read the label off them. */
  readonly verdicts: { readonly normal: string; readonly anomalous: string };
  /** `{category}`: how categories are said; others are said as they are. */
  readonly categories: Readonly<Record<string, string>>;
  /** Stands between sentences of `{reasons}`. */
  readonly separator: string;
  /** Each sequence takes one, by its id: the same whenever it is written. */
  readonly patterns: readonly InstructionPattern[];
}

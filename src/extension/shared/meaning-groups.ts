/** Patterns of templates that mean much the same, the most central of each group first; one alone is a group, too. */
export type MeaningGroups = readonly (readonly string[])[];

/**
 * Asks the model that is set up, with a progress that can be cancelled there or by the signal. Of more patterns than can be compared the
 * first are. Undefined where nothing is set up, it was cancelled, or it failed: each is told.
 */
export type GroupByMeaning = (
  patterns: readonly string[],
  signal: AbortSignal,
) => Promise<MeaningGroups | undefined>;

/** Languages the generated services write in. */
export const logLanguages = ['en', 'zh'] as const;
export type LogLanguage = (typeof logLanguages)[number];

/**
 * One thing to say, in several wordings: services of other versions, or other people, word it differently. `{name}` stands for a
 * value of values.ts, or for what a `Stage` knows; all wordings of a language say the same.
 */
export type Phrase = Readonly<Record<LogLanguage, readonly string[]>>;

export function phrase(en: readonly string[], zh: readonly string[]): Phrase {
  return { en, zh };
}

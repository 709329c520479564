/** What a placeholder is called by: `<EMAIL_1>`. */
export type SecretKind =
  | 'EMAIL'
  | 'IP'
  | 'TOKEN'
  | 'KEY'
  | 'PASSWORD'
  | 'CARD'
  | 'PHONE'
  | 'ID_NUMBER'
  | 'USER'
  /** Text that looks like a placeholder of ours. */
  | 'TEXT';

/** `[start, end)` in UTF-16 units. */
export interface SecretSpan {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** One form that secrets have. All patterns take time linear in the text: no repetition stands within another. */
export interface SecretForm {
  readonly kind: SecretKind;
  /** Global. Its group `secret`, where it has one, is what is hidden; else all of the match. */
  readonly pattern: RegExp;
  /** In lower case; a text that holds none of them is not searched. */
  readonly needles?: readonly string[];
  /** Whether what the pattern found really is one. */
  readonly isOne?: (secret: string, text: string, start: number) => boolean;
}

/** What a placeholder is called by, as `EMAIL` in `<EMAIL_1>`; a reader's own patterns have the names they were given. */
export type SecretKind = (typeof knownKinds)[number] | (string & {});

/** `TEXT` is text that looks like a placeholder of ours. */
export const knownKinds = [
  'EMAIL',
  'IP',
  'TOKEN',
  'KEY',
  'PASSWORD',
  'CARD',
  'PHONE',
  'ID_NUMBER',
  'USER',
  'TEXT',
] as const;

/** What stands behind a placeholder. */
export interface HiddenValue {
  readonly kind: SecretKind;
  readonly value: string;
}

/** `[start, end)` in UTF-16 units. */
export interface SecretSpan {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** Something that finds secrets of one kind in a line. Takes time linear in the line. */
export interface SecretForm {
  readonly kind: SecretKind;
  /** Facts (`line-facts.ts`) without any one of which a line holds none. */
  readonly facts?: number | undefined;
  /** In lower case; a line that holds none of them is not searched. */
  readonly needles?: readonly string[] | undefined;
  /** Facts and needles that this form's secrets cannot be without: they spare time, and hide no less. */
  readonly needs?: number | undefined;
  /** In lower case; each secret's line holds one of them. */
  readonly besides?: readonly string[] | undefined;
  /** Tells where, from left to right. */
  find(line: string, tell: (start: number, end: number) => void): void;
}

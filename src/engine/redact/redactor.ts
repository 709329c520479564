import { addressForms } from './address-forms';
import { credentialForms } from './credential-forms';
import { numberForms } from './number-forms';
import { personForms } from './person-forms';
import type { SecretForm, SecretKind, SecretSpan } from './secret';
import { tokenForms } from './token-forms';

/** Of two that overlap the earlier in this list is hidden: what is surest first. */
const forms: readonly SecretForm[] = [
  { kind: 'TEXT', pattern: /<[A-Z_]{2,12}_\d{1,9}>/g, needles: ['<'] },
  ...tokenForms,
  ...credentialForms,
  ...addressForms,
  ...numberForms,
  ...personForms,
];

/**
 * Hides secrets behind placeholders: the same secret behind the same one for the life of a redactor, so that what is said of
 * `<IP_3>` still makes sense, and can be put back. Text that looks like a placeholder is hidden too: nothing is put back wrongly.
 */
export class Redactor {
  private readonly placeholders = new Map<string, string>();
  private readonly secrets = new Map<string, string>();
  private readonly numbers = new Map<SecretKind, number>();

  /** How many different secrets of a kind were met. */
  get counts(): ReadonlyMap<SecretKind, number> {
    return this.numbers;
  }

  /** Of whole text: a key that goes over several lines is known by its first. */
  redact(text: string): string {
    let redacted = '';
    let at = 0;
    for (const { kind, start, end } of secretsIn(text)) {
      redacted += text.slice(at, start) + this.placeholderOf(kind, text.slice(start, end));
      at = end;
    }
    return redacted + text.slice(at);
  }

  /** Puts back what `redact` hid, wherever its placeholders stand. */
  restore(text: string): string {
    return text.replace(
      /<[A-Z_]{2,12}_\d{1,9}>/g,
      (placeholder) => this.secrets.get(placeholder) ?? placeholder,
    );
  }

  private placeholderOf(kind: SecretKind, secret: string): string {
    const known = this.placeholders.get(`${kind} ${secret}`);
    if (known !== undefined) return known;
    const number = (this.numbers.get(kind) ?? 0) + 1;
    this.numbers.set(kind, number);
    const placeholder = `<${kind}_${number}>`;
    this.placeholders.set(`${kind} ${secret}`, placeholder);
    this.secrets.set(placeholder, secret);
    return placeholder;
  }
}

/** In order of place, none over another. */
function secretsIn(text: string): readonly SecretSpan[] {
  const lower = text.toLowerCase();
  const found: SecretSpan[] = [];
  for (const form of forms) {
    if (form.needles && !form.needles.some((needle) => lower.includes(needle))) continue;
    for (const span of spansOf(form, text))
      if (!found.some((other) => overlap(span, other))) found.push(span);
  }
  return found.sort((a, b) => a.start - b.start);
}

function* spansOf({ kind, pattern, isOne }: SecretForm, text: string): Generator<SecretSpan> {
  for (const match of text.matchAll(pattern)) {
    const secret = match.groups?.secret ?? match[0];
    // The group ends the match in all patterns that have one, but for what is only looked at behind it.
    const start = match.index + match[0].lastIndexOf(secret);
    if (secret !== '' && (isOne?.(secret, text, start) ?? true))
      yield { kind, start, end: start + secret.length };
  }
}

function overlap(one: SecretSpan, other: SecretSpan): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What stands in a secret's place, and is none. */
const noSecret =
  /^(?:[*x.•_#-]+|null|none|nil|undefined|true|false|yes|no|empty|redacted|\W?redacted\W?|hidden|masked|missing|required|invalid|expired|incorrect|wrong|unset|not|set|changed|ok|failed|<.*|\[.*|\{.*|\$[\w{(].*|%[\w{(].*)$/i;

export function isNoSecret(value: string): boolean {
  return noSecret.test(value);
}

/** A word of prose has letters only, small ones behind the first: `password: incorrect`. */
function isWordOfProse(value: string): boolean {
  return /^[A-Z]?[a-z]+[.,;!?]?$/.test(value);
}

/** Behind a colon and a space, as sentences have them, a plain word is no secret; behind `=` it is. */
export function isPassword(value: string, line: string, start: number): boolean {
  if (isNoSecret(value)) return false;
  const isProse = /[:：]\s+$/.test(line.slice(Math.max(0, start - 4), start));
  return !isProse || !isWordOfProse(value);
}

/** Ids that anybody may know: UUIDs and what is written as a number. */
const plainId = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|0x[0-9a-f]+|[\d.,:-]+)$/i;

export function isPlainId(value: string): boolean {
  return plainId.test(value);
}

/** `android.os.Binder@65acf4`, `Token{9ccf3e`: what a program writes for an object of its own. */
const objectLike = /^[A-Za-z][\w.$]*(?:@[0-9a-f]+\b|[{([])/;
const numberLike = /^(?:0x[0-9a-f]+|[\d.,:-]+)$/i;

/** A token is mixed; a count, a word, a path or an id is not. */
export function isToken(value: string, line: string, start: number): boolean {
  if (
    value.length < 8 ||
    numberLike.test(value) ||
    objectLike.test(value) ||
    /^(?:\/|\w:\\|https?:)/.test(value)
  )
    return false;
  const isLongWord = value.length >= 20 && /^\w+$/.test(value) && !/^[a-z_]+$/.test(value);
  if (!isLongWord && !(/\d/.test(value) && /[A-Za-z]/.test(value))) return false;
  return isPassword(value, line, start);
}

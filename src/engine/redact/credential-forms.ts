import type { SecretForm } from './secret';

/** What stands where a secret would, and is none. */
const noSecret =
  /^(?:\*+|x+|\.+|-+|null|none|nil|undefined|true|false|yes|no|empty|redacted|hidden|masked|missing|required|invalid|expired|incorrect|wrong|unset|not|<.*|\[.*|\{.*|\$.*|%.*)$/i;

/** A word of prose has small letters only: `password: incorrect`. */
function isWordOfProse(secret: string): boolean {
  return /^[a-z]+[.,;!?]?$/.test(secret) || /^[A-Z][a-z]+[.,;!?]?$/.test(secret);
}

function isPassword(secret: string, text: string, start: number): boolean {
  if (noSecret.test(secret)) return false;
  const isProse = /[:：]\s+$/.test(text.slice(Math.max(0, start - 3), start));
  return !isProse || !isWordOfProse(secret);
}

/** A token is long and mixed; a count, a word or an id of a database is not. */
function isToken(secret: string, text: string, start: number): boolean {
  if (secret.length < 12 || !/\d/.test(secret) || !/[A-Za-z]/.test(secret)) return false;
  return isPassword(secret, text, start);
}

const quoted = '["\'\\\\]{0,3}';
const value = (characters: string) => `(?<secret>${characters})`;
/** Up to what ends a value in a query, a header, JSON and prose. */
const plainValue = '[^\\s"\'\\\\&;,<>)\\]}]{1,500}';
const between = `${quoted}\\s{0,3}[=:：]\\s{0,3}${quoted}`;

const passwordNames = '(?:pass(?:word|wd|phrase|code)?|pwd|passwd|密码|口令)';

export const credentialForms: readonly SecretForm[] = [
  // scheme://user:password@host: both.
  {
    kind: 'USER',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<secret>[^\s:/@"']{1,100})(?=:[^\s/@"']{0,200}@)/gi,
    needles: ['://'],
    isOne: (secret) => !noSecret.test(secret),
  },
  {
    kind: 'PASSWORD',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"']{0,100}:(?<secret>[^\s/@"']{1,200})(?=@)/gi,
    needles: ['://'],
    isOne: (secret) => !noSecret.test(secret),
  },
  // Between quotation marks all of it; else as far as a value goes.
  ...['(?<=[=:：]\\s{0,3})"(?<secret>[^"\\\\]{1,500})(?=")', `${quoted}${value(plainValue)}`].map(
    (secret): SecretForm => ({
      kind: 'PASSWORD',
      pattern: new RegExp(`${passwordNames}${quoted}\\s{0,3}[=:：]\\s{0,3}${secret}`, 'gi'),
      needles: ['pass', 'pwd', '密码', '口令'],
      isOne: isPassword,
    }),
  ),
  {
    kind: 'TOKEN',
    pattern: /\b(?:bearer|token)\s{1,3}["']?(?<secret>[A-Za-z0-9._~+/=-]{16,4000})/gi,
    needles: ['bearer', 'token'],
    isOne: isToken,
  },
  {
    kind: 'PASSWORD',
    pattern:
      /\bauthorization["']?\s{0,3}[=:]\s{0,3}["']?(?:basic|digest|negotiate|ntlm)\s{1,3}(?<secret>[A-Za-z0-9+/=_-]{6,4000})/gi,
    needles: ['authorization'],
  },
  {
    kind: 'TOKEN',
    pattern: new RegExp(
      `(?:secret|api[_-]?key|apikey|access[_-]?key|account[_-]?key|shared[_-]?access[_-]?(?:key|signature)|private[_-]?key|client[_-]?secret|auth(?:orization)?|credential|token|signature|(?:\\b|[?&])sig|x-amz-security-token|x-api-key)${between}(?:bearer\\s{1,3})?${value(plainValue)}`,
      'gi',
    ),
    needles: ['secret', 'key', 'auth', 'credential', 'token', 'sig'],
    isOne: isToken,
  },
  {
    kind: 'TOKEN',
    pattern: new RegExp(
      `(?:[\\w.-]{0,30}(?:session|sess|sid)(?:[_-]?(?:id|key|token))?|csrf[\\w-]{0,12}|xsrf[\\w-]{0,12})${quoted}\\s?[=:]\\s?${quoted}${value(plainValue)}`,
      'gi',
    ),
    needles: ['sess', 'sid', 'csrf', 'xsrf'],
    isOne: (secret, text, start) => secret.length >= 16 && isToken(secret, text, start),
  },
];

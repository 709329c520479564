import { facts } from './line-facts';
import { type PatternForm, patternForm } from './pattern-form';
import type { SecretForm } from './secret';
import { isNoSecret, isPlainId, isToken } from './secret-values';

/** Between a header's name and its value, however lines write headers: `a: b`, `"a":["b"]`, `{a=[b]}`, `\"a\":\"b\"`, curl's `-H 'a: b'`. */
const between = '["\'\\\\]{0,3}\\s{0,3}[=:]>?\\s{0,3}[\\["\'\\\\({]{0,4}';
const credentials = '(?<secret>[A-Za-z0-9._~+/=:-]{6,16000})';

/** Names of cookies and fields that keep somebody signed in. */
const sessionNames =
  '(?:[\\w.-]{0,30}(?:sess(?:ion)?[_-]?(?:id|key|token|cookie)|sessid|_session|[._-]sid|xsrf[-_]?token|csrf[-_]?token|remember[_-]?(?:me|token)|[._-]auth)|sid|sessionid|phpsessid|connect\\.sid|asp\\.net_sessionid|\\.aspnetcore\\.[\\w.]{1,40}|__(?:Host|Secure)-[\\w.-]{1,40}|wordpress_(?:logged_in|sec)_\\w{1,40}|(?:j?auth|jwt|sso|id|access|refresh)[_-]?(?:token|cookie)|token|jwt|auth|session)';

const forms: readonly PatternForm[] = [
  {
    kind: 'PASSWORD',
    pattern: new RegExp(
      `\\b(?:proxy-)?authorization${between}(?:basic|digest|negotiate|ntlm)\\s{1,3}(?:username=)?${credentials}`,
      'gi',
    ),
    needles: ['authorization'],
  },
  {
    kind: 'TOKEN',
    pattern: new RegExp(
      `\\b(?:proxy-)?authorization${between}(?:(?:bearer|token|apikey|api-key|key|splunk|genie-?key|bot|oauth|jwt|dpop|sso-key|snowflake)[\\s=:"']{1,3})?${credentials}`,
      'gi',
    ),
    needles: ['authorization'],
    isOne: (value, line, start) => /[\d=]/.test(value) && isToken(value, line, start),
  },
  // AWS signs requests: the signature alone lets the request be sent again.
  {
    kind: 'TOKEN',
    pattern: /\bsignature=(?<secret>[0-9a-f]{64})\b/gi,
    needles: ['signature='],
  },
  {
    kind: 'TOKEN',
    pattern: /\bbearer[\s:=]{1,3}["']?(?<secret>[A-Za-z0-9._~+/=-]{8,16000})/gi,
    needles: ['bearer'],
    isOne: isToken,
  },
  {
    kind: 'PASSWORD',
    pattern: /\bbasic\s(?<secret>[A-Za-z0-9+/]{8,4000}={0,2})(?![\w+/=.-])/gi,
    needles: ['basic '],
    isOne: holdsColon,
  },
  // Each cookie of a header: what is long and mixed, or has a telling name.
  {
    kind: 'TOKEN',
    pattern:
      /(?:(?:^|[^\w-])(?:set-)?cookies?["'\\]{0,3}\s?[:=]>?\s?[["'\\({]{0,4}|;\s?)[\w.$!%-]{1,80}=["']?(?<secret>[^\s;,"'\\)\]}]{16,4000})/gi,
    needles: ['cookie'],
    isOne: isCookie,
  },
  {
    kind: 'TOKEN',
    pattern: new RegExp(
      `(?<![\\w.-])${sessionNames}["'\\\\]{0,3}\\s?[=:]>?\\s?["'\\\\]{0,3}(?<secret>[^\\s;,&"'\\\\)\\]}<>]{8,4000})`,
      'gi',
    ),
    facts: facts.assigned,
    needles: [
      'sess',
      'sid',
      'token',
      'jwt',
      'auth',
      '__host',
      '__secure',
      'wordpress_',
      'remember',
      'cookie',
      '.aspnetcore',
    ],
    isOne: isSession,
  },
];

/** Of eight characters and more, with letters and digits; sessions of other protocols are numbers. */
function isSession(value: string, line: string, start: number): boolean {
  if (isNoSecret(value) || !isToken(value, line, start)) return false;
  return value.length >= 16 || /[=:]["'\\]{0,3}$/.test(line.slice(Math.max(0, start - 4), start));
}

function isCookie(value: string, line: string, start: number): boolean {
  return !isPlainId(value) && isToken(value, line, start);
}

/** In base64 a name, a colon and a password: what decodes to anything else is a word behind `basic`. */
function holdsColon(value: string): boolean {
  if (!/[\d=A-Z]/.test(value.slice(1))) return false;
  return value.length % 4 === 0 && decoded(value).includes(':');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decoded(base64: string): string {
  let bits = 0;
  let count = 0;
  let text = '';
  for (const character of base64.replace(/=+$/, '')) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    text += String.fromCharCode((bits >> count) & 0xff);
  }
  return text;
}

export const headerForms: readonly SecretForm[] = forms.map(patternForm);

import { facts } from './line-facts';
import { type PatternForm, patternForm } from './pattern-form';
import type { SecretForm } from './secret';
import { isNoSecret, isPassword, isToken } from './secret-values';

const passwordNames =
  '(?:pass(?:word|wd|phrase|code)s?|(?<![A-Za-z])(?:(?:db|user|admin|root|smtp|mail|ftp|redis|ldap)_?)?pass|pwd|(?<![A-Za-z])p(?:w|sw)|passwd|密码|口令|密钥|凭证)';
const secretNames =
  '(?:secret(?:[_-]?(?:key|value|token|id|string))?|client[_-]?secret|shared[_-]?secret|otp[_-]?secret)';
const tokenNames =
  '(?:api[_-]?key|access[_-]?key(?:[_-]?id)?|account[_-]?key|auth[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|master[_-]?key|service[_-]?key|subscription[_-]?key|license[_-]?key|shared[_-]?access[_-]?(?:key|signature)|security[_-]?token|credentials?|auth(?:entication)?(?:[_-]?(?:code|token|data))?|token|(?<![A-Za-z0-9.])sig(?:nature)?|x-amz-(?:security-token|credential|signature)|webhook[_-]?secret|令牌|访问密钥)';

/** Quotation marks, also escaped, as JSON within JSON has them. */
const quote = '["\'`\\\\]{0,4}';
/** Between a name and its value: `=`, `:`, `=>`, `:=`, `==`. */
const between = `${quote}\\s{0,3}(?:[:=]{0,2}=|=>|[:：=])\\s{0,3}`;

/**
 * Up to what ends a value without quotation marks in a query, a header, JSON, YAML and prose. Signs that may end one belong to it where
 * what follows is no next name and no end.
 */
const plain =
  '(?:[^\\s"\'`\\\\&;,<>()\\[\\]{}]|&(?![\\w.%-]{1,40}=)(?=[^\\s"\'])|[;,](?![\\w.%-]{1,40}\\s?[=:]|["\'{\\[\\s]|$)|[(){}\\[\\]<>](?=[\\w!@#$%^*&])|\\\\(?!["\'nrt]))';
/** Between quotation marks all of it, else as far as a value goes. */
const value = `(?:(?<=["'\`])|["'\`]|\\\\["'])?(?<secret>${plain}{1,4000})`;
const quotedValue =
  '(?<open>["\']|\\\\")(?<secret>(?:(?!\\k<open>)(?:\\\\["\\\\]|[^\\n])){1,4000})(?=\\k<open>)';

/** Of each group of names: quoted, then plain. */
function assigned(names: string, form: Omit<PatternForm, 'pattern'>): readonly PatternForm[] {
  return [quotedValue, value].map((secret) => ({
    ...form,
    facts: facts.assigned,
    pattern: new RegExp(`${names}${between}(?:bearer\\s{1,3})?${secret}`, 'gi'),
  }));
}

const forms: readonly PatternForm[] = [
  // scheme://user:password@host: both, up to the last @ of the authority.
  {
    kind: 'USER',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<secret>[^\s:/@"'?#<>]{1,100})(?=:[^\s/"'<>]{0,200}@)/gi,
    needles: ['://'],
    isOne: (name) => !isNoSecret(name),
  },
  {
    kind: 'PASSWORD',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'?#<>]{0,100}:(?<secret>[^\s/"'<>]{1,300})(?=@)/gi,
    needles: ['://'],
    isOne: (secret) => !isNoSecret(secret),
  },
  // A token as the user of a URL.
  {
    kind: 'TOKEN',
    pattern: /\bhttps?:\/\/(?<secret>[A-Za-z0-9._~%+-]{12,300})@/gi,
    needles: ['://'],
    isOne: isToken,
  },
  // Oracle's and Go's names of data sources.
  {
    kind: 'PASSWORD',
    pattern: /\bjdbc:oracle:thin:[\w$#-]{1,40}\/(?<secret>[^\s@/"']{1,100})(?=@)/gi,
    needles: ['jdbc:oracle'],
  },
  {
    kind: 'PASSWORD',
    pattern: /(?<![\w/])[\w.-]{1,60}:(?<secret>[^\s@"']{1,100})(?=@(?:tcp6?|unix)\()/g,
    needles: ['@tcp', '@unix'],
  },
  ...assigned(passwordNames, {
    kind: 'PASSWORD',
    needles: ['pass', 'pwd', 'pw', 'psw', '密码', '口令', '密钥', '凭证'],
    isOne: isNamedPassword,
  }),
  ...assigned(secretNames, { kind: 'PASSWORD', needles: ['secret'], isOne: isNamedSecret }),
  ...assigned(tokenNames, {
    kind: 'TOKEN',
    needles: ['key', 'auth', 'credential', 'token', 'sig', 'x-amz', '令牌', '访问密钥'],
    isOne: isToken,
  }),
  // An element of XML.
  {
    kind: 'PASSWORD',
    pattern:
      /<[\w:.-]{0,40}(?:password|passwd|pwd|secret|api-?key|access-?key|token)[\w:.-]{0,20}(?:\s[^<>\n]{0,200})?>(?<secret>[^<>\n]{1,4000})(?=<\/)/gi,
    needles: ['password', 'passwd', 'pwd', 'secret', 'key', 'token'],
    isOne: (secret) => !isNoSecret(secret.trim()),
  },
  // A variable as JSON lists it: its name, then its value.
  {
    kind: 'PASSWORD',
    pattern:
      /"(?:name|key)\\?"\s?:\s?\\?"[\w.-]{0,60}(?:password|passwd|secret|token|api_?key|access_?key|credential)[\w.-]{0,20}\\?",\s?\\?"value\\?"\s?:\s?\\?"(?<secret>[^"\\\n]{1,4000})/gi,
    needles: ['"value'],
    isOne: (secret) => !isNoSecret(secret),
  },
  // As arguments of programs.
  {
    kind: 'PASSWORD',
    pattern:
      /(?<=\s)--?(?:[\w-]{0,40}(?:password|passwd|passphrase|secret|api-?key|token)|pass|pw)\s{1,3}["']?(?<secret>[^\s"'-][^\s"']{0,400})/gi,
    needles: ['password', 'passwd', 'passphrase', 'secret', 'key', 'token', '-pass', '-pw'],
    isOne: (secret) => !isNoSecret(secret),
  },
  {
    kind: 'PASSWORD',
    pattern:
      /\b(?:curl|wget|http)\b[^\n]{0,400}?\s(?:-u|--user)[\s=]["']?[^\s:"']{1,100}:(?<secret>[^\s"']{1,200})/gi,
    needles: ['curl', 'wget', 'http'],
  },
  {
    kind: 'PASSWORD',
    pattern:
      /\b(?:mysql(?:dump|admin)?|mariadb|sshpass)\b[^\n]{0,200}?\s-p\s?["']?(?<secret>[^\s"'-][^\s"']{2,200})/gi,
    needles: ['mysql', 'mariadb', 'sshpass'],
  },
  // As statements of databases and lines of protocols.
  {
    kind: 'PASSWORD',
    pattern:
      /\b(?:identified\s(?:with\s\S{1,60}\s)?by|(?:with|set|encrypted)\spassword(?:\s?=)?)\s{1,3}["'](?<secret>[^"'\n]{1,200})(?=["'])/gi,
    needles: ['identified', 'password'],
    isOne: (secret) => !isNoSecret(secret),
  },
  {
    kind: 'PASSWORD',
    pattern:
      /(?<![\w-])(?:requirepass|masterauth|AUTH\s(?:PLAIN|LOGIN)|PASS)\s{1,3}["']?(?<secret>[^\s"']{4,400})/g,
    needles: ['requirepass', 'masterauth', 'auth ', 'pass '],
    isOne: (secret, line) => /ftp|pop3|imap|smtp|redis|require|master/i.test(line) && !isNoSecret(secret),
  },
  {
    kind: 'PASSWORD',
    pattern: /\b(?:machine|login)\s\S{1,100}\s(?:login\s\S{1,100}\s)?password\s(?<secret>\S{1,200})/g,
    needles: ['password '],
  },
];

/** `pass: 12` counts tests; `PWD=/srv` is where a program runs. */
function isNamedPassword(secret: string, line: string, start: number): boolean {
  if (/^(?:\d{1,3}[,;)]?|\/[\w./-]*|[A-Za-z]:\\.*)$/.test(secret)) {
    const name = line.slice(Math.max(0, start - 12), start);
    if (/(?:pwd|pass|pw)\W*$/i.test(name)) return false;
  }
  return isPassword(secret, line, start);
}

/** Kubernetes and others name secrets, as `secret: payments-tls`: a name has small letters and hyphens. */
function isNamedSecret(secret: string, line: string, start: number): boolean {
  if (!isPassword(secret, line, start) || secret.length < 4) return false;
  return !/^(?:[a-z]+[-/])+[a-z]+$/.test(secret);
}

export const credentialForms: readonly SecretForm[] = forms.map(patternForm);

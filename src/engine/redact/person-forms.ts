import type { SecretForm } from './secret';

/** Accounts of systems and of build machines, which are nobody's. */
const nobodies = new Set(
  (
    'root admin administrator system nobody guest anonymous daemon postgres mysql redis mongodb nginx apache www-data www http ' +
    'sshd ntp mail ftp git jenkins runner ubuntu vagrant node app test user users default public shared all none null unknown ' +
    'undefined local service localservice networkservice the a an with from is was has not id name invalid illegal '
  )
    .trim()
    .split(/\s+/),
);

function isPerson(name: string): boolean {
  if (/^\d+$/.test(name) || /^[-_.*<[({%$]/.test(name)) return false;
  return !nobodies.has(name.toLowerCase().replace(/[.,;:!?]+$/, ''));
}

const name = '(?<secret>[\\p{L}\\d][\\p{L}\\d._$-]{0,63})';

export const personForms: readonly SecretForm[] = [
  {
    kind: 'USER',
    pattern: new RegExp(`(?:/home/|/Users/|/export/home/)${name}`, 'gu'),
    needles: ['/home/', '/users/'],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `[A-Za-z]:(?:\\\\{1,2}|/)(?:Users|Documents and Settings)(?:\\\\{1,2}|/)${name}`,
      'giu',
    ),
    needles: ['users', 'documents and settings'],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:[rl]?user(?:[_-]?name)?|login(?:[_-]?name)?|logname|acct|account[_-]?name|owner|uname|用户名?)["']{0,2}\\s{0,2}[=:：]\\s{0,2}["']{0,2}${name}(?![\\p{L}\\d@=])`,
      'giu',
    ),
    needles: ['user', 'login', 'logname', 'acct', 'account', 'owner', 'uname', '用户'],
    isOne: isPerson,
  },
  // As sshd, sudo, PAM and databases say it.
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?:(?:invalid|illegal|unknown|for|by|of|as|authenticating) user|(?:password|publickey|keyboard-interactive(?:/pam)?) for)\\s(?!(?:invalid|illegal|unknown) user)["'(]?${name}`,
      'giu',
    ),
    needles: [' user', ' for '],
    isOne: isPerson,
  },
];

import { facts } from './line-facts';
import { domain, isNamedId, isPerson, name, over } from './names';
import { type PatternForm, patternForm } from './pattern-form';
import type { SecretForm } from './secret';

/** A path of a web site: `GET /home/overview`. */
const requestBefore =
  /(?:\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)|\b(?:url|uri|path|route|endpoint|href)["']?\s?[=:])\s?["']?$/i;
const pageEnd = /\.(?:html?|php|aspx?|jsp|js|css|json)$/i;

function isHome(name: string, line: string, start: number): boolean {
  const lead = line.slice(Math.max(0, start - 40), start).replace(/\/(?:home|Users)\/$/, '');
  return isPerson(name) && !pageEnd.test(name) && !requestBefore.test(lead);
}

const between = '["\'`\\\\]{0,4}\\s{0,3}(?:[:=]{0,2}=|=>|[:：=])\\s{0,3}';
const names =
  '(?:(?:[rl]|db[_-]?|remote[_-]?|current[_-]?|os[_-]?|target[_-]?|source[_-]?|subject[_-]?|sam[_-]?)?user(?:[_.-]?(?:name|login))?|user[_-]?principal[_-]?name|login(?:[_-]?(?:name|user|id))?|employee(?:[_-]?name)?|logname|acct|ugi|usr|actor|assignee|principal(?:[_-]?name)?|owner|author|approver|reviewer|requester|committer|initiator|operator|(?:created|updated|modified|changed|requested|approved|submitted|performed|assigned|deleted|initiated|triggered|reported|uploaded|executed|invoked)[_-]?by|account[_ -]?name|uname|nick(?:name)?|screen[_-]?name|log[_-]?on[_ -]?(?:name|account)|suser|duser|usrname|用户名?|账号|登录名|昵称)';
const fullNames =
  '(?:(?:full|first|last|given|family|sur|display|real|customer|contact|employee|patient|cardholder|recipient)[_ -]?name|姓名|真实姓名|联系人)';

const forms: readonly PatternForm[] = [
  {
    kind: 'USER',
    pattern: new RegExp(`(?<![\\w.-])(?:/export|/var|/data|/usr)?(?:/home/|/Users/)${name}`, 'gu'),
    needles: ['/home/', '/users/'],
    isOne: isHome,
  },
  // A name of Windows may have spaces where the path goes on behind it.
  ...['(?<secret>[^\\\\/:*?"<>|\\n]{1,64})(?=[\\\\/])', name].map(
    (home): PatternForm => ({
      kind: 'USER',
      pattern: new RegExp(
        `(?:[A-Za-z]:|/[a-z]|%3A)(?:\\\\{1,4}|/|%5C)(?:Users|Documents and Settings)(?:\\\\{1,4}|/|%5C)${home}`,
        'giu',
      ),
      needles: ['users', 'documents and settings'],
      isOne: isPerson,
    }),
  ),
  // Between quotation marks all of it: people have first and last names.
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${names}|${fullNames})${between}(?:"|'|\\\\")(?<secret>[\\p{L}\\p{N}][\\p{L}\\p{N}'._$+ -]{0,62}[\\p{L}\\p{N}_])(?=["'\\\\])`,
      'giu',
    ),
    facts: facts.assigned,
    needles: [
      'user',
      'login',
      'name',
      'acct',
      'account',
      'logon',
      '用户',
      '姓名',
      '账号',
      '登录',
      '昵称',
      '联系人',
    ],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${names}${between}["'\`\\\\]{0,3}${domain}${name}${over}`, 'giu'),
    facts: facts.assigned,
    needles: [
      'user',
      'login',
      'logname',
      'acct',
      'account',
      'uname',
      'nick',
      'screen',
      'logon',
      'usrname',
      '用户',
      '账号',
      '登录',
      '昵称',
    ],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:user[_-]?id|uid)${between}["'\\\\]{0,3}${name}${over}`, 'giu'),
    facts: facts.assigned,
    needles: ['userid', 'user_id', 'user-id', 'uid'],
    isOne: isNamedId,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:姓名|真实姓名|联系人|${fullNames})["']?[=:：]\\s?(?<secret>\\p{Script=Han}{2,4}|\\p{Lu}\\p{Ll}{1,20}(?: \\p{Lu}\\p{Ll}{1,20}){0,2})`,
      'gu',
    ),
    facts: facts.assigned,
    needles: ['name', '姓名', '联系人'],
    isOne: isPerson,
  },
];

export const personForms: readonly SecretForm[] = forms.map(patternForm);

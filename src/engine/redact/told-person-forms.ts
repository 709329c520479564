import { domain, isLogin, isNamedId, isPerson, name, over } from './names';
import { type PatternForm, patternForm } from './pattern-form';
import type { SecretForm } from './secret';

/** The hundred most common, which nine of ten people in China have. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

/** Words that stand before a name, as far as they are the same. */
const deeds =
  'user account login created updated modified changed approved requested started stopped cancel deployed triggered uploaded deleted reviewed run assigned logged signed'.split(
    ' ',
  );
const signIns =
  'logi logo log-i log-o signin sign-in authenticat password logged locked session access'.split(' ');

/** Who is named in what a program says, not behind the name of a field. */
const forms: readonly PatternForm[] = [
  // As sshd, sudo, PAM, databases and Windows say it.
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?:(?:invalid|illegal|unknown|for|by|of|as|new|authenticating|impersonating|creat(?:ed|ing)|delet(?:ed|ing)|add(?:ed|ing)|remov(?:ed|ing)|updat(?:ed|ing)|(?:dis|en)abled|(?:un)?locked) user|(?:password|publickey|keyboard-interactive(?:/pam)?|gssapi-with-mic|none) for)\\s(?!(?:invalid|illegal|unknown) user)["'\`(]?${domain}${name}`,
      'giu',
    ),
    needles: [' user', ' for '],
    besides: ['user', 'password', 'publickey', 'keyboard-interactive', 'gssapi-with-mic', 'none'],
    isOne: isPerson,
  },
  ...[
    `["'\`[(<]${domain}${name}["'\`\\])>]`,
    `${domain}${name}(?=[:,]\\s|\\s\\(|\\s(?:has\\s|is\\s|was\\s)?(?:now\\s|successfully\\s)?(?:logged|signed|authenticated|locked\\sout|connected|disconnected\\sfrom|joined|rejected|denied|banned|blocked|suspended|created|deleted|removed|added|from\\s\\S{0,40}\\d|cannot|could\\snot|does\\snot|not\\sfound))`,
  ].map(
    (named): PatternForm => ({
      kind: 'USER',
      pattern: new RegExp(
        `\\b(?:user|account|login|role|principal)\\s?:?${named.startsWith('[') ? '\\s?' : '\\s'}${named}`,
        'giu',
      ),
      needles: ['user', 'account', 'login', 'role', 'principal'],
      isOne: isPerson,
    }),
  ),
  // As prose says it: whoever is written as logins are.
  {
    kind: 'USER',
    pattern: new RegExp(
      `\\b(?:user|account|login|(?:created|updated|modified|changed|approved|requested|started|stopped|cancell?ed|deployed|triggered|uploaded|deleted|reviewed|run|by\\suser|assigned|logged|signed)\\s(?:by|to|in\\sas|as))\\s${domain}${name}${over}`,
      'giu',
    ),
    needles: ['user ', 'account ', 'login ', ' by ', ' to ', ' as '],
    besides: deeds,
    isOne: isLogin,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `\\b(?:log-?[io]n|log-?out|sign-?in|authentication|authenticat(?:ed|ing)|password(?:\\s(?:changed|reset|check|expired))?|logged\\s(?:in|out)|(?:changed|reset)\\spassword|locked\\sout|session(?:\\s(?:opened|closed|started|ended|created|expired))?|access\\s(?:granted|denied|revoked))\\s(?:(?:attempt|failure|failed|succeeded|successful|rejected|denied|accepted|ok)\\s){0,2}(?:for|by|from|as|of)\\s["'\`]?${domain}${name}${over}`,
      'giu',
    ),
    needles: [' for ', ' by ', ' from ', ' as ', ' of '],
    besides: signIns,
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}._%+\\\\/-])${name}\\s(?:has\\s)?(?:just\\s|successfully\\s)?(?:(?:logged|signed)\\s(?:in|out|on|off)|authenticated\\s(?:via|with|using|by|from|successfully))\\b`,
      'giu',
    ),
    needles: ['logged ', 'signed ', 'authenticated '],
    isOne: isPerson,
  },
  // The third column of a web server's access log (Common Log Format); a program's name before `@database` in PostgreSQL's.
  {
    kind: 'USER',
    pattern: new RegExp(`^\\S{1,100}\\s\\S{1,40}\\s${name}\\s\\[\\d\\d?/`, 'gu'),
    needles: ['/'],
    besides: [...'0123456789'].map((digit) => `${digit}/`),
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}._-])${name}@[\\w-]{1,63}\\s(?:LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|STATEMENT|DETAIL|HINT):`,
      'gu',
    ),
    needles: ['@'],
    isOne: isPerson,
  },
  // Before the number of an account, as PAM and su write it; in a directory's tree.
  {
    kind: 'USER',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}._-])${name}(?=\\(uid=\\d)`, 'gu'),
    needles: ['(uid='],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: /\bcn=(?<secret>[^,=\n]{2,64})(?=,\s?(?:ou=(?:people|users|staff|employees)|cn=users)\b)/gi,
    needles: ['cn='],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `\\bsu(?:\\[\\d{1,7}\\])?:\\s(?:\\(to\\s[\\w-]{1,32}\\)|FAILED SU \\(to [\\w-]{1,32}\\))\\s${name}\\son\\s`,
      'gu',
    ),
    needles: ['su'],
    besides: ['su:', 'su['],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(`\\s--?(?:user(?:name)?|login)\\s["']?${domain}${name}${over}`, 'gu'),
    needles: ['-user', '-login'],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(`\\b[Uu]sername\\s["'\`]?${domain}${name}${over}`, 'gu'),
    needles: ['username '],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(`\\bnew user: name=${name}`, 'gu'),
    needles: ['new user'],
    isOne: isPerson,
  },
  // A domain of Windows and its user; not a key of the registry, nor a level and an escaped line feed.
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?<![\\w\\\\:./-])(?!HK|ERROR|WARN|INFO|DEBUG|TRACE|FATAL|NT |BUILTIN)[A-Z][A-Z0-9-]{1,15}\\\\{1,2}${name}(?![\\p{L}\\p{N}\\\\/]|\\.\\w)`,
      'gu',
    ),
    needles: ['\\'],
    isOne: isPerson,
  },
  // Chinese writes no space before a name.
  {
    kind: 'USER',
    pattern:
      /(?:用户|账号|账户|登录名|操作员|管理员|员工|工号)[\s"'“「『【:：=]{0,3}(?<secret>[A-Za-z][\w.-]{0,61}[\w])/g,
    needles: ['用户', '账号', '账户', '登录名', '操作员', '管理员', '员工', '工号'],
    isOne: isNamedId,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?:用户|操作员|员工|客户|经办人)[\\s"'“「『【:：]{0,2}(?<secret>[${surnames}]\\p{Script=Han}{1,2}?)(?=["'”」』】\\s，,。]|登录|登陆|退出|已|注册|下单|提交|修改|删除|在|于|的|$)`,
      'gu',
    ),
    needles: ['用户', '操作员', '员工', '客户', '经办人'],
  },
  {
    kind: 'USER',
    pattern: new RegExp(`\\bsudo(?:\\[\\d{1,7}\\])?:\\s{1,10}${name}\\s:`, 'gu'),
    needles: ['sudo'],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(`\\b[Cc][Rr][Oo][Nn][Dd]?(?:\\[\\d{1,7}\\])?:\\s\\(${name}\\)`, 'gu'),
    needles: ['cron'],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(`\\b[ug]id=\\d{1,10}\\(${name}\\)`, 'gu'),
    needles: ['id='],
    isOne: isPerson,
  },
  // `ssh lena@build-7`, `lena@10.0.0.5`.
  {
    kind: 'USER',
    pattern: new RegExp(
      `\\b(?:ssh|scp|sftp|rsync|mosh)\\s(?:-\\S{1,40}\\s(?:\\S{1,80}\\s)?){0,4}${name}@`,
      'gu',
    ),
    needles: ['@'],
    isOne: isPerson,
  },
  {
    kind: 'USER',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}._%+-])${name}["'\`]?@["'\`]?(?=\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d|localhost\\b)`,
      'gu',
    ),
    needles: ['@'],
    isOne: isPerson,
  },
];

export const toldPersonForms: readonly SecretForm[] = forms.map(patternForm);

import { luhnDigit, residentDigit } from './check-digits.mjs';
import { digits, fullName, integer, padded, pick, userName } from './draws.mjs';

/** @typedef {import('./kinds.mjs').Kind} Kind @typedef {import('./draws.mjs').Random} Random */

/** @typedef {readonly [prefix: string, length: number, groups: readonly number[]]} Issuer */

/** Ranges of ISO/IEC 7812 as the issuers give them, and how they print their numbers. @type {readonly Issuer[]} */
const issuers = [
  ['4', 16, [4, 4, 4, 4]],
  ['51', 16, [4, 4, 4, 4]],
  ['55', 16, [4, 4, 4, 4]],
  ['2221', 16, [4, 4, 4, 4]],
  ['34', 15, [4, 6, 5]],
  ['37', 15, [4, 6, 5]],
  ['6011', 16, [4, 4, 4, 4]],
  ['65', 16, [4, 4, 4, 4]],
  ['3528', 16, [4, 4, 4, 4]],
  ['36', 14, [4, 6, 4]],
  ['62', 16, [4, 4, 4, 4]],
  ['62', 19, [4, 4, 4, 4, 3]],
];

/** @param {Random} random */
function cardDigits(random) {
  const issuer = pick(random, issuers);
  const payload = issuer[0] + digits(random, issuer[1] - issuer[0].length - 1);
  return { number: payload + luhnDigit(payload), groups: issuer[2] };
}

/** @param {Random} random */
function card(random) {
  const { number, groups } = cardDigits(random);
  const separator = pick(random, ['', '', ' ', '-']);
  let at = 0;
  const parts = groups.map((length) => {
    at += length;
    return number.slice(at - length, at);
  });
  return parts.join(separator);
}

/** @param {Random} random */
function residentNumber(random) {
  const region = pick(random, [
    '110105',
    '310115',
    '440305',
    '330106',
    '510104',
    '420111',
    '320205',
    '610113',
  ]);
  const birth = `${integer(random, 1950, 2007)}${padded(integer(random, 1, 12), 2)}${padded(integer(random, 1, 28), 2)}`;
  const payload = region + birth + digits(random, 3);
  return payload + residentDigit(payload);
}

/** Numbers of North America kept for fiction: 555-0100 to 555-0199. @param {Random} random */
const american = (random) => [
  pick(random, ['212', '415', '617', '303', '808']),
  '555',
  `01${digits(random, 2)}`,
];

/** @param {Random} random */
const chineseMobile = (random) =>
  pick(random, ['138', '139', '150', '158', '177', '186', '199', '133']) + digits(random, 8);

/** @param {Random} random */
const phone = (random) => {
  const [area, exchange, line] = american(random);
  const mobile = chineseMobile(random);
  const spaced = `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`;
  return pick(random, [
    `+1${area}${exchange}${line}`,
    `+1-${area}-${exchange}-${line}`,
    `+1 (${area}) ${exchange}-${line}`,
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    mobile,
    mobile,
    spaced,
    spaced.replaceAll(' ', '-'),
    `+86${mobile}`,
    `+86 ${spaced}`,
    `+86-${mobile}`,
    `+442079460${digits(random, 3)}`,
    `+44 20 7946 0${digits(random, 3)}`,
    `+49 30 23125 ${digits(random, 3)}`,
    `+33 1 99 00 ${digits(random, 2)} ${digits(random, 2)}`,
  ]);
};

/** @type {readonly Kind[]} */
export const peopleKinds = [
  {
    name: 'card number',
    draw: card,
    says: [
      'Charge of 49.90 EUR on card {@} declined',
      'card={@} amount=4990 result=declined',
      '{"pan":"{@}","exp":"09/29"}',
      'PAN {@} not in range table',
      '银行卡号{@}支付失败',
      '卡号：{@}，金额：88.00',
      'Refund to {@} accepted',
      'card_number="{@}" cvv_present=true',
      'Payment(card={@}, tries={number})',
      'Tokenising {@} took {ms} ms',
    ],
    lines: [],
  },
  {
    name: 'phone number',
    draw: phone,
    says: [
      'SMS to {@} failed: unreachable',
      'phone={@} verified=false',
      '{"phone":"{@}","country":"x"}',
      'Calling {@} back in {number} s',
      '手机号{@}已注册',
      '短信发送至 {@} 失败',
      'Customer can be reached at {@}, reference {hex8}',
      'mobile: "{@}"',
      '联系电话:{@}',
      'Invalid phone number "{@}" in row {number}',
      'OTP sent to {@} in {ms} ms',
      'tel={@}&lang=en',
    ],
    lines: [],
  },
  {
    name: 'Chinese ID number',
    draw: residentNumber,
    says: [
      '身份证号{@}校验通过',
      '实名认证失败，身份证：{@}',
      'idcard={@} result=mismatch',
      '{"idNo":"{@}","name":"x"}',
      'Resident number {@} was looked up in {ms} ms',
      '证件号码: {@}, 类型: 身份证',
      "verify(id='{@}') -> False",
      '用户 {number} 提交证件 {@}',
      'duplicate entry "{@}" for key id_card',
      'GET /verify?id={@}&type=1 {status}',
    ],
    lines: [],
  },
  {
    name: 'user name',
    draw: userName,
    says: [
      'user={@} action=login result=ok',
      'username="{@}" attempts={number}',
      '{"user":"{@}","action":"delete"}',
      'Failed password for invalid user {@} from 192.0.2.9 port {port} ssh2',
      'Accepted publickey for {@} from 192.0.2.9 port {port} ssh2',
      'session opened for user {@} by (uid=0)',
      'FATAL: password authentication failed for user "{@}"',
      "Access denied for user '{@}'@'192.0.2.9' (using password: YES)",
      '用户 {@} 登录失败',
      '用户名：{@}，来源：后台',
      '{"username":"{@}","ok":false}',
      'login={@} took={ms}ms',
      'session closed for user {@}',
      'Logged in as {@} after {ms} ms',
      'uid={@},ou=people,dc=example,dc=com not found',
      'FATAL: role "{@}" does not exist',
      'DOMAIN\\{@} was locked out',
      'pam_unix(sshd:auth): authentication failure; uid=0 tty=ssh rhost=192.0.2.9 user={@}',
      'User {@} deleted report {number}',
      'userName={@}, tenant={number}',
    ],
    lines: [
      '192.0.2.9 - {@} [03/Nov/2025:07:12:55 +0000] "GET /admin HTTP/1.1" {status} {bytes}',
      'Nov  3 07:12:55 web-3 sudo: {@} : TTY=pts/0 ; PWD=/srv ; USER=root ; COMMAND=/usr/bin/id',
      'Nov  3 07:12:55 web-3 sshd[{port}]: Invalid user {@} from 192.0.2.9 port {port}',
      'Nov  3 07:12:55 web-3 su: (to root) {@} on pts/1',
      'Nov  3 07:12:55 web-3 sshd[{port}]: Connection closed by authenticating user {@} 192.0.2.9 port {port} [preauth]',
      'Nov  3 07:12:55 web-3 CRON[{port}]: ({@}) CMD (/usr/local/bin/rotate)',
    ],
  },
  {
    name: 'home path',
    draw: userName,
    says: [
      'Cannot read /home/{@}/.ssh/config: permission denied',
      'Loaded plugin from /Users/{@}/Library/Application Support/Shop/a.so',
      'ENOENT: no such file, open "C:\\Users\\{@}\\AppData\\Local\\Temp\\{hex8}.tmp"',
      'at run (/home/{@}/shop/src/index.js:{number}:{two})',
      'at Object.run (file:///Users/{@}/shop/index.mjs:{number}:{two})',
      'cwd=/home/{@} shell=/bin/bash',
      ['Saved to C:\\Users\\{@}\\Documents\\report-{number}.xlsx', fullName],
      '无法打开文件 /home/{@}/数据/{day}.csv',
      'Mounted /mnt/c/Users/{@}/src on /srv',
      'HOME=/Users/{@}',
      'D:\\Users\\{@}\\source\\repos\\Shop\\Program.cs:line {number}',
      'C:/Users/{@}/.m2/repository not writable',
      '  File "/home/{@}/venv/lib/python3.12/site-packages/shop/api.py", line {number}, in serve',
      'backup of /home/{@} took {seconds} s',
      '"path":"C:\\\\Users\\\\{@}\\\\shop\\\\a.log"',
      'exec /home/{@}/bin/{word}: exit status {number}',
    ],
    lines: [],
  },
];

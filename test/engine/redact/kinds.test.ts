import { describe, expect, it } from 'vitest';
import { Redactor } from '../../../src/engine/redact/redactor';

const mixed = (count: number) => 'aB3dE5gH7jK9mN1pQ2sT4vW6yZ8'.repeat(20).slice(0, count);
const hex = (count: number) => '0f1e2d3c4b5a6978'.repeat(20).slice(0, count);
const capitals = (count: number) => 'ABCDEFGH23456789'.repeat(9).slice(0, count);

/** By what is hidden: texts that hold one secret between `[[` and `]]`, and texts that look much like it and hold none. */
const kinds: Readonly<
  Record<string, { readonly hidden: readonly string[]; readonly left: readonly string[] }>
> = {
  'e-mail addresses': {
    hidden: [
      'to=<[[mira.k@mail.example.org]]> sent',
      'q?u=[[mira%40example.org]]&x=1',
      "'[[mira@example.cn]]' 用户",
    ],
    left: [
      'getty@tty1.service started',
      'icon@2x.png loaded',
      'Worker@5e91993f.run called',
      'a @ b',
      'npm i left-pad@1.3.0',
    ],
  },
  'addresses of the internet': {
    hidden: [
      'peer [[203.0.113.77]]:51234 gone',
      'host-3/[[10.1.2.3]]:50010',
      'IP [[10.0.0.5]].443 > x',
      'ip-[[10-0-3-17]].ec2.internal',
      'from [[fe80::1ff:fe23:4567:890a]] ok',
      'via [[2001:db8:0:1:1:1:1:1]] ok',
    ],
    left: [
      'listening on 127.0.0.1:80 and 0.0.0.0:81, ::1 too',
      'netmask 255.255.255.0',
      'driver version 4.12.0.7',
      'upgraded agent from 1.2.3.4 to 1.2.4.1',
      'KB31~amd64~~6.1.1.1 applied',
      'oid .1.3.6.1.4.1.9',
      'WWN 50:06:0e:80:10:13:27:60 port',
      'took 10:20:30.400',
    ],
  },
  'tokens of known issuers': {
    hidden: [
      `got [[ghp_${mixed(36)}]].`,
      `got [[github_pat_${mixed(22)}_${mixed(59)}]]`,
      `got [[glpat-${mixed(20)}]]`,
      `hook [[xoxb-123456789012-${mixed(24)}]]`,
      `pay [[sk_live_${mixed(24)}]]`,
      `maps [[AIza${mixed(35)}]]`,
      `ask [[sk-proj-${mixed(48)}]]`,
      `ask [[sk-ant-api03-${mixed(90)}]]`,
      `publish [[npm_${mixed(36)}]]`,
      `upload [[pypi-${mixed(90)}]]`,
      `mail [[SG.${mixed(22)}.${mixed(43)}]]`,
      `sms [[SK${hex(32)}]]`,
      `https://api.telegram.org/[[bot123456789:AA${mixed(33)}]]/send`,
      `jwt [[eyJ${mixed(30)}.eyJ${mixed(40)}.${mixed(43)}]]`,
      `id [[AKIA${capitals(16)}]]`,
      `blob [[${mixed(86)}==]]`,
      `?sv=2024-01-01&sig=[[${mixed(43)}%3D]]&se=1`,
    ],
    left: [
      'sk-folding-cube animates, sk-button too',
      'npm_config_registry set',
      'AKIA is how keys begin',
      `sha512-${mixed(86)}==`,
      `commit ${hex(40)}`,
      'the token expired, no bearer given',
      'activity token: Token{9ccf3e5 of 12}',
      'token=com.example.Binder@65acf4',
    ],
  },
  'headers and cookies': {
    hidden: [
      `-H 'Authorization: Bearer [[${mixed(40)}]]'`,
      '{"authorization":["Basic [[bWlyYTpodW50ZXIyMg==]]"]}',
      `Set-Cookie: app_state=[[${mixed(32)}]]; Path=/`,
      `GET /a;jsessionid=[[${mixed(32)}]] 200`,
      `X-Api-Key: [[${mixed(24)}]]`,
    ],
    left: [
      'basic functionality restored',
      'Cookie: theme=dark; lang=en',
      'session=0x14f05578bd80001 expired',
      'sessionid 42 closed',
    ],
  },
  passwords: {
    hidden: [
      'password=[[Tr0ub4dor&3]] ok',
      'password: "[[correct horse battery]]"',
      '{\\"password\\":\\"[[p4ss]]\\"}',
      'db.password = [[s3cr3t!]]',
      'Server=db;Uid=sa;Pwd=[[hunter2]];Timeout=5'.replace('sa', 'root'),
      'jdbc:x?user=root&password=[[hunter2]]&ssl=true',
      'client_secret=[[9f8a7b6c5d]]&x=1',
      '<password>[[hunter2]]</password>',
      'amqp://root:[[p@ss]]@mq:5672'.replace('root', 'none'),
      "CREATE USER x IDENTIFIED BY '[[hunter2]]'",
      '登录密码：[[abc123]]',
    ],
    left: [
      'password: incorrect',
      'password=********',
      'PWD=/srv/app',
      'pass: 12 fail: 0',
      'secret: payments-tls-cert mounted',
      'PASS src/app.test.js (3 s)',
      'bypass=true compass=north',
      'password = <from vault>',
    ],
  },
  cards: {
    hidden: [
      'card [[5555 5555 5555 4444]] ok',
      'pan=[[6011111111111117]] ok',
      'card number [[4222222222222]] ok',
    ],
    left: [
      'card 4111 1111 1111 1112 typed wrong',
      'offset 4111111111111111',
      'blk_4111111111111111',
      'at 1763719200123456',
      '4222222222222 rows',
    ],
  },
  'phone numbers': {
    hidden: [
      'sms to [[+8613812345678]] queued',
      'dial [[(415) 555-2671 x12]] now',
      'call [[+44 (0)20 7946 0958]] now',
      'mobile=[[138-1234-5678]] ok',
      '手机[[13812345678]]已注册',
      'fax [[0755-61234567]] ok',
      'call [[415 555 2671]] now',
      'msisdn=[[447911123456]] ok',
      '/sms/[[13812345678]]/status',
    ],
    left: [
      'allocated 17179869184 bytes',
      'heap=13958643712',
      'offset 13812345678',
      'took 13812345678 ns',
      '2026-11-22 10:00:00 004519 148 INFO',
      'req-7909bf67-0012-4812-a996-c16ad9',
      'drift +1234567890',
      'v1.415.555.2671',
      'r b swpd 300 500 1000',
      '1763719200123',
    ],
  },
  'Chinese ID numbers': {
    hidden: ['身份证[[11010519491231002X]]核验', 'idcard=[[11010519491231002x]]'],
    left: ['110105194912310021 is off by one', 'serial 990105194912310021', '110105194913310021'],
  },
  'names of users': {
    hidden: [
      'open /home/[[mira]]/x.log',
      'open C:\\Users\\[[Mira Kay]]\\x.log',
      'user=CORP\\[[mira]] ok',
      '"userName": "[[Mira Kay]]"',
      'Accepted password for [[mira]] from here',
      'pam: session opened for user [[mira]](uid=1000) by x',
      'sudo: [[mira]] : TTY=pts/0',
      'login failed for [[mira]]',
      'session expired for [[mira]]',
      'rejected username [[mira]] twice',
      'deleted user [[mira]] again',
      'User [[mira]] logged in',
      'x - [[mira]] [22/Nov/2026:10:00:00 +0000] "GET /"',
      '用户[[mira]]登录',
      'user=[[m.kay]](uid)',
    ],
    left: [
      'user=42 logged in',
      'session opened for user root',
      'user session started, user input ignored',
      'created user profile, session closed for request 7',
      'GET /home/overview 200',
      'user: unknown',
      'username and password required, username must not be empty',
      'login(pam_unix)[1]: check',
      'HKLM\\Software read',
    ],
  },
};

const marked = (text: string) => ({
  line: text.replace('[[', '').replace(']]', ''),
  secret: text.replace(/^.*\[\[|\]\].*$/g, ''),
});

describe.each(Object.entries(kinds))('%s', (_, { hidden, left }) => {
  it.each(hidden)('are hidden: %s', (text) => {
    const { line, secret } = marked(text);
    const redacted = new Redactor().redact(line);
    expect(redacted).not.toContain(secret);
    expect(redacted.replace(/<[A-Z_]+_\d>/, secret)).toBe(line);
  });

  it.each(left)('are not what this is: %s', (line) => {
    expect(new Redactor().redact(line)).toBe(line);
  });
});

describe('a private key', () => {
  const body = [mixed(64), mixed(64), `${mixed(30)}==`];
  const key = ['-----BEGIN RSA PRIVATE KEY-----', ...body, '-----END RSA PRIVATE KEY-----'];

  it.each([
    ['as it is written', (line: string) => line],
    ['with the number of each line', (line: string, i: number) => `${i + 12}: ${line}`],
    ['with a header before each line', (line: string) => `2026-11-22 10:00:00 INFO app[7]: ${line}`],
  ])('%s is one secret from its beginning to its end', (_, write) => {
    const lines = key.map(write);
    const [before] = lines[0].split('-----');
    expect(new Redactor().redact([...lines, 'next line'].join('\n'))).toBe(`${before}<KEY_1>\nnext line`);
  });

  it('goes as far as its lines look like one where its end is missing', () => {
    const text = [
      '10: -----BEGIN PRIVATE KEY-----',
      `11: ${body[0]}`,
      `12: ${body[1]}`,
      '13: started in 3 ms',
    ].join('\n');
    expect(new Redactor().redact(text)).toBe('10: <KEY_1>\n13: started in 3 ms');
  });

  it('in JSON is hidden with its escaped line feeds', () => {
    expect(new Redactor().redact(`{"key":"${key.join('\\n')}"}`)).toBe('{"key":"<KEY_1>"}');
  });
});

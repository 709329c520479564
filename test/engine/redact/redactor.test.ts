import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redactor } from '../../../src/engine/redact/redactor';
import { processorMs } from '../../processor-time';

const letters = (count: number) => 'aB3dE5gH7jK9mN1pQ2sT4vW6yZ8'.repeat(12).slice(0, count);

/** A line, and what is left of it. */
const hidden: readonly (readonly [line: string, redacted: string])[] = [
  ['mail to jo.li+ops@example.co.uk bounced', 'mail to <EMAIL_1> bounced'],
  ['peer 203.0.113.9:443 closed', 'peer <IP_1>:443 closed'],
  ['src: /10.2.3.4:50010 dest: dn-7/10.2.3.5:50011', 'src: /<IP_1>:50010 dest: dn-7/<IP_2>:50011'],
  ['from fe80::1ff:fe23:4567:890a%eth0 port 22', 'from <IP_1> port 22'],
  ['listening on [2001:db8::8a2e:370:7334]:8080', 'listening on [<IP_1>]:8080'],
  ['GET http://10.0.0.8/health', 'GET http://<IP_1>/health'],
  [`Authorization: Bearer ${letters(40)}`, 'Authorization: Bearer <TOKEN_1>'],
  ['Authorization: Basic am86aHVudGVyMg==', 'Authorization: Basic <PASSWORD_1>'],
  [`token ghp_${letters(36)} revoked`, 'token <TOKEN_1> revoked'],
  [`key=AKIA${'ABCDEFGH23456789'} used`, 'key=<KEY_1> used'],
  [`jwt eyJ${letters(30)}.${letters(40)}.${letters(43)}`, 'jwt <TOKEN_1>'],
  [`aws_secret_access_key = ${letters(40)}`, 'aws_secret_access_key = <TOKEN_1>'],
  ['postgres://lena:s3cr3t@db:5432/shop', 'postgres://<USER_1>:<PASSWORD_1>@db:5432/shop'],
  ['redis://:s3cr3t@cache:6379/0', 'redis://:<PASSWORD_1>@cache:6379/0'],
  ['{"user":"lena","password":"Tr0ub4dor&3"}', '{"user":"<USER_1>","password":"<PASSWORD_1>"}'],
  ['connect Server=db;Pwd=hunter2;Timeout=5', 'connect Server=db;Pwd=<PASSWORD_1>;Timeout=5'],
  ['密码: abc123 错误', '密码: <PASSWORD_1> 错误'],
  ['card 4111 1111 1111 1111 declined', 'card <CARD_1> declined'],
  ['card 378282246310005 declined', 'card <CARD_1> declined'],
  ['call +49 30 901820 now', 'call <PHONE_1> now'],
  ['call (415) 555-2671 now', 'call <PHONE_1> now'],
  ['手机号 13812345678 已注册', '手机号 <PHONE_1> 已注册'],
  ['身份证 11010519491231002X 已核验', '身份证 <ID_NUMBER_1> 已核验'],
  [
    'Failed password for invalid user lena from 203.0.113.9',
    'Failed password for invalid user <USER_1> from <IP_1>',
  ],
  ['open /home/lena/app.log', 'open /home/<USER_1>/app.log'],
  ['open C:\\Users\\lena\\app.log', 'open C:\\Users\\<USER_1>\\app.log'],
  ['-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\nabcd==\n-----END EC PRIVATE KEY-----\nnext', '<KEY_1>\nnext'],
  [`Cookie: JSESSIONID=${letters(32)}; theme=dark`, 'Cookie: JSESSIONID=<TOKEN_1>; theme=dark'],
];

/** Lines that hold nothing to hide. */
const clean = [
  '2026-11-21 10:00:00,123 INFO took 120 ms',
  'upgraded libfoo to version 1.2.3.4',
  'Mozilla/5.0 Chrome/119.0.0.0 Safari/537.36',
  'foo-1.2.3.4.jar loaded',
  'at 12:34:56.789 std::vector::push_back failed',
  'block blk_4111111111111111 received',
  'trace_id=4111111111111111',
  'commit 4111111111111111aabbccddeeff001122334455',
  'epoch 1763719200123456 ns 1763719200123456789',
  'password: incorrect',
  'invalid password supplied',
  'session opened for user root',
  'token expired',
  'user=42 logged in',
  'range 10.5.2.1-beta',
  'https://github.com/oddline/oddline@v1',
  'cloned git@github.com:oddline/oddline.git',
  'MAC 00:1a:2b:3c:4d:5e seen',
  'ratio 1::2',
  'uuid 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'retry in 5-10 minutes, 300-500 items',
];

describe('a redactor', () => {
  it.each(hidden)('hides what %j holds', (line, redacted) => {
    const redactor = new Redactor();
    expect(redactor.redact(line)).toBe(redacted);
    expect(redactor.restore(redacted)).toBe(line);
  });

  it.each(clean)('leaves %j as it is', (line) => {
    expect(new Redactor().redact(line)).toBe(line);
  });

  it('gives the same secret the same placeholder', () => {
    const redactor = new Redactor();
    expect(redactor.redact('203.0.113.9 and 203.0.113.7')).toBe('<IP_1> and <IP_2>');
    expect(redactor.redact('203.0.113.7 again')).toBe('<IP_2> again');
    expect([...redactor.counts]).toEqual([['IP', 2]]);
  });

  it('puts back whatever it hid, also text that looks like its placeholders', () => {
    const pieces = [...hidden.map(([line]) => line), ...clean, '<IP_1>', '<EMAIL_2>', '<', '_1>', '\n'];
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 8 });
    fc.assert(
      fc.property(text, (parts) => {
        const redactor = new Redactor();
        const whole = parts.join(' ');
        expect(redactor.restore(redactor.redact(whole))).toBe(whole);
      }),
    );
  });

  it.each([
    'a'.repeat(50_000),
    '1.'.repeat(50_000),
    '+1 '.repeat(30_000),
    ':'.repeat(50_000),
    '-----BEGIN RSA PRIVATE KEY-----'.repeat(2000),
    'password='.repeat(10_000),
    '@a.'.repeat(20_000),
  ])('takes no time over text made to take it: %.20s…', (text) => {
    expect(processorMs(() => new Redactor().redact(text))).toBeLessThan(10_000);
  });
});

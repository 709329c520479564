import { expect, test } from 'vitest';
import { mine } from './mine';

const cases: readonly (readonly [line: string, pattern: string])[] = [
  ['Connection from 10.0.0.17 refused', 'Connection from <ip> refused'],
  ['peer 10.0.0.17:8443 gone', 'peer <ip> gone'],
  ['neighbour fe80::1c:22ff:fe3a:9 is up', 'neighbour <ip> is up'],
  ['adapter 00:1b:44:11:3a:b7 renamed', 'adapter <hex> renamed'],
  ['served 12 orders', 'served <number> orders'],
  ['offset -7 of 0.25', 'offset <number> of <number>'],
  ['fault at 0x7ffd3a10', 'fault at <hex>'],
  ['order 0f8fad5b-d9cb-469f-a165-70867728950e paid', 'order <uuid> paid'],
  ['wrote /srv/shop/cart.db today', 'wrote <path> today'],
  ['wrote D:\\shop\\cart.db today', 'wrote <path> today'],
  ['calling https://pay.example/charge?x=1 now', 'calling <url> now'],
  ['mail to ann@shop.example bounced', 'mail to <email> bounced'],
  ['due 2026-11-21T12:59:01.250Z sharp', 'due <time> sharp'],
  ['due Sat Nov 21 12:59:01 2026', 'due <time>'],
  ['took 35ms in all', 'took <duration> in all'],
  ['took 3 seconds in all', 'took <duration> in all'],
  ['kept 4.5 MB of it', 'kept <size> of it'],
  ['sent 9216 bytes (9.0 KB) away', 'sent <size> away'],
  ['cart owner="Ann Lee", items=3', 'cart owner="<quoted>", items=<number>'],
  ['task-17 joined worker_3', 'task-<number> joined worker_<number>'],
  ['evicted [cart, order, price] early', 'evicted [<word>] early'],
  ['ports 80 443 8080 8443 taken', 'ports <number> taken'],
  ['log4j answered', 'log4j answered'],
  ['  two   blanks\tand a tab ', 'two blanks and a tab'],
  ['用户1234从10.0.0.5登录成功', '用户<number>从<ip>登录成功'],
  ['订单支付耗时35毫秒', '订单支付耗时<duration>'],
  ['注文42を受け付けました', '注文<number>を受け付けました'],
  ['café 7 fermé à 18:30', 'café <number> fermé à <time>'],
  ['the log itself says <number> here', 'the log itself says <number> here'],
  ['', ''],
];

test.each(cases)('%s → %s', (line, pattern) => {
  expect(mine([line]).patterns).toEqual([pattern]);
});

test('a signature keeps its masked tokens', () => {
  const { miner } = mine(['Connection from 10.0.0.17 refused']);
  const bytes = new TextEncoder().encode('Connection from 10.9.9.9 refused');
  expect(miner.tokensOf(miner.signatureOf(bytes, 0, bytes.length, 0))).toEqual([
    'Connection',
    'from',
    '<ip>',
    'refused',
  ]);
});

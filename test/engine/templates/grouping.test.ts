import { describe, expect, test } from 'vitest';
import { mine } from './mine';

const users = ['ann', 'bob', 'cleo', 'dan', 'eve', 'finn', 'gus', 'hana', 'ivan'];

interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  readonly patterns: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'outcomes stay apart',
    lines: ['payment 1 accepted by bank', 'payment 2 refused by bank', 'payment 3 accepted by bank'],
    patterns: ['payment <number> accepted by bank', 'payment <number> refused by bank'],
  },
  {
    name: 'opposite states stay apart',
    lines: ['valve 3 open', 'valve 3 closed', 'valve 4 open'],
    patterns: ['valve <number> open', 'valve <number> closed'],
  },
  {
    name: 'HTTP methods stay apart',
    lines: ['request GET /a/b done', 'request PUT /a/b done', 'request GET /c/d done'],
    patterns: ['request GET <path> done', 'request PUT <path> done'],
  },
  {
    name: 'switches stay apart whatever their key',
    lines: ['set cache=true now', 'set cache=false now'],
    patterns: ['set cache=true now', 'set cache=false now'],
  },
  {
    name: 'Chinese outcomes stay apart',
    lines: ['订单 7 支付 成功', '订单 8 支付 失败'],
    patterns: ['订单 <number> 支付 成功', '订单 <number> 支付 失败'],
  },
  {
    name: 'two words at one position are not evidence of a variable',
    lines: ['pump north is warm today', 'pump south is warm today'],
    patterns: ['pump north is warm today', 'pump south is warm today'],
  },
  {
    name: 'many words at one position are',
    lines: users.map((user) => `the parcel went ${user} and came back`),
    patterns: ['the parcel went <word> and came back'],
  },
  {
    name: 'fewer are enough behind a word that names',
    lines: users.slice(0, 3).map((user) => `session kept for user ${user}`),
    patterns: ['session kept for user <word>'],
  },
  {
    name: 'two dotted names are one variable',
    lines: ['bean com.shop.Cart is late', 'bean com.shop.Order is late'],
    patterns: ['bean <word> is late'],
  },
  {
    name: 'the first word may be the variable',
    lines: users.map((user) => `${user} waits in the long queue`),
    patterns: ['<word> waits in the long queue'],
  },
  {
    name: 'nothing and a number share a template',
    lines: ['parent span 17 of cart', 'parent span null of cart'],
    patterns: ['parent span <word> of cart'],
  },
  {
    name: 'lists of any length share a template',
    lines: ['evicted [a, b] early', 'evicted [a, b, c, d] early'],
    patterns: ['evicted [<word>] early'],
  },
  {
    name: 'two items with a comma between them are a list, too',
    lines: ['ferries 3 wait', 'ferries 3, 4 wait', 'ferries 3, 4, 5 wait'],
    patterns: ['ferries <number> wait'],
  },
  {
    name: 'a hash that happens to hold no letter is a hash all the same',
    lines: ['=> 47af11', '=> 471100'],
    patterns: ['=> <hex>'],
  },
  {
    name: 'in a long sentence that is the same otherwise four words are a variable',
    lines: ['north', 'south', 'east', 'west'].map(
      (wind) => `the boats wait until a wind from ${wind} comes up`,
    ),
    patterns: ['the boats wait until a wind from <word> comes up'],
  },
  {
    name: 'a host of one word and its port stand beside a host of several',
    lines: [
      'depot:80 sent us on to crates.port.example:443',
      'crates.port.example:80 sent us on to crates.port.example:443',
    ],
    patterns: ['<word> sent us on to <word>'],
  },
  {
    name: 'a key with a number stays a key',
    lines: ['pid:80 sent us on to crates.port.example:443', 'depth:80 reached'],
    patterns: ['pid:<number> sent us on to <word>', 'depth:<number> reached'],
  },
  {
    name: 'names within Chinese text become a variable, what happened does not',
    lines: [
      ...['王伟', '李芳', '张敏', '刘洋'].map((name) => `用户${name}登录失败`),
      ...['王伟', '陈静', '赵磊'].map((name) => `用户${name}退出系统`),
      '缓存清理完成',
      '缓存重建完成',
      '系统启动',
    ],
    patterns: ['用户<word>登录失败', '用户<word>退出系统', '缓存清理完成', '缓存重建完成', '系统启动'],
  },
  {
    name: 'Japanese and Thai names, too',
    lines: [
      ...['田中', '鈴木', '佐藤'].map((name) => `ユーザー${name}が入りました`),
      ...['สมชาย', 'มานี', 'วิชัย'].map((name) => `ผู้ใช้${name}เข้าสู่ระบบ`),
    ],
    patterns: ['ユーザー<word>が入りました', 'ผู้ใช้<word>เข้าสู่ระบบ'],
  },
  {
    name: 'names in Chinese text become a variable',
    lines: users.map((user) => `用户${user}从10.0.0.5登录系统`),
    patterns: ['用户<word>从<ip>登录系统'],
  },
];

describe('grouping', () => {
  test.each(cases)('$name', ({ lines, patterns }) => {
    expect(new Set(mine(lines).patterns)).toEqual(new Set(patterns));
  });
});

test('merging keeps the older id and makes the younger its alias', () => {
  const lines = users.map((user) => `the parcel went ${user} and came back`);
  const { miner, templates } = mine(['something else came first', ...lines]);
  expect(templates).toEqual([0, ...users.map(() => 1)]);
  expect(miner.templateCount).toBe(2);
  expect(miner.template(5 as (typeof templates)[number])).toEqual(miner.template(templates[1]));
});

test('ids are not used twice', () => {
  const { miner } = mine([]);
  const lines = [...users.map((user) => `the parcel went ${user} and came back`), 'a new kind of message'];
  const ids = lines.map((line) => {
    const bytes = new TextEncoder().encode(line);
    return miner.templateOf(miner.signatureOf(bytes, 0, bytes.length, 0));
  });
  expect(ids.at(-1)).toBeGreaterThan(Math.max(...ids.slice(0, -1)));
});

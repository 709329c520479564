import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineLink, linksOf } from '../../src/protocol/line-links';
import { processorMs } from '../processor-time';

/** `path:line:column`, or the address: what each link of the line leads to. */
function targetsOf(line: string): string[] {
  return linksOf(line).map(({ target }) => {
    if (target.kind === 'url') return target.url;
    return [target.path, target.line, target.column].filter((part) => part !== null).join(':');
  });
}

function textOf(line: string, { start, length }: LineLink): string {
  return line.slice(start, start + length);
}

describe('links of a line', () => {
  it.each([
    ['file and line', 'failed at src/cart.ts:12', ['src/cart.ts:12']],
    ['file, line and column', 'see ./lib/pay.js:12:7, then', ['./lib/pay.js:12:7']],
    ['a name alone with its line', 'cart.ts:12 total was negative', ['cart.ts:12']],
    ['an absolute path without a line', 'reading /etc/shop/cart.yaml.', ['/etc/shop/cart.yaml']],
    ['a relative path up the tree', 'include ../common/base.yml', ['../common/base.yml']],
    ['a path on Windows', String.raw`open D:\shop\cart.cs(12,7): error`, [String.raw`D:\shop\cart.cs:12:7`]],
    ['a path in a field', 'file=app/cart.py:7 level=warn', ['app/cart.py:7']],
    ['two in a line', 'a/x.go:3 called b/y.go:4', ['a/x.go:3', 'b/y.go:4']],
    ['a path of letters of other scripts', '读取 配置/购物车.yaml 失败', ['配置/购物车.yaml']],
    ['a link to a line on the web', 'docs/cart.md#L12', ['docs/cart.md:12']],
    [
      'a frame of Java',
      '\tat shop.cart.Cart$Items.add(Cart.java:42) ~[shop.jar]',
      ['shop/cart/Cart.java:42'],
    ],
    ['a constructor of Java', 'at app//shop.Cart.<init>(Cart.java:9)', ['shop/Cart.java:9']],
    ['a frame of Kotlin in no package', 'at MainKt.main(Main.kt:3)', ['Main.kt:3']],
    ['a native frame', 'at java.lang.Thread.sleep(Native Method)', []],
    ['a frame of Python', '  File "/srv/my shop/cart.py", line 42, in add', ['/srv/my shop/cart.py:42']],
    ['a frame of no file of Python', '  File "<stdin>", line 1, in <module>', []],
    ['a frame of JavaScript', '    at add (/srv/shop/cart.js:42:13)', ['/srv/shop/cart.js:42:13']],
    ['a frame of an ES module', 'at async file:///srv/my%20shop/cart.mjs:4:9', ['/srv/my shop/cart.mjs:4:9']],
    ['a module on Windows', 'at file:///C:/shop/cart.mjs:4:9', ['C:/shop/cart.mjs:4:9']],
    ['a frame inside Node.js', '    at node:internal/timers:594:17', []],
    ['a bundled source', 'at add (webpack:///./src/cart.ts:4:9)', ['./src/cart.ts:4:9']],
    ['a frame of Go', '\t/srv/shop/cart.go:42 +0x1d', ['/srv/shop/cart.go:42']],
    ['a frame of Rust', '             at ./src/cart.rs:42:9', ['./src/cart.rs:42:9']],
    ['a frame of Ruby', "app/models/cart.rb:42:in 'add'", ['app/models/cart.rb:42']],
    ['a frame of .NET', '   at Shop.Cart.Add() in /src/Cart.cs:line 42', ['/src/Cart.cs:42']],
    [
      'a frame of .NET with blanks',
      String.raw`   at Shop.Cart.Add() in C:\My Shop\Cart.cs:line 42`,
      [String.raw`C:\My Shop\Cart.cs:42`],
    ],
    ['a warning of PHP', 'Undefined index in /srv/shop/cart.php on line 42', ['/srv/shop/cart.php:42']],
    ['a warning of Perl', 'at ./cart.pl line 42.', ['./cart.pl:42']],
    [
      'an address in brackets',
      'see (https://shop.example/a_(b)?x=1), please',
      ['https://shop.example/a_(b)?x=1'],
    ],
    ['a script of a browser', 'at https://shop.example/cart.js:4:9', ['https://shop.example/cart.js']],
  ])('%s', (_, line, targets) => {
    expect(targetsOf(line)).toEqual(targets);
  });

  it.each([
    ['times', '12:34:56.789 started'],
    ['hosts with ports', 'connect to shop.example.com:443, 10.0.0.7:8080 and api.shop.rs:443'],
    ['classes of loggers', 'shop.cart.CartService:42 added'],
    ['versions', 'shop/2.1:3 nginx/1.18.0'],
    ['requests', '"GET /static/cart.js HTTP/1.1" 200'],
    ['other schemes', 's3://bucket/cart.json jdbc:postgresql://db/cart.sql:5'],
    ['files of other machines', 'file://host/share/cart.js:3'],
    ['hidden names and dots', 'a/.git/.x ... ../ ./. /'],
    ['folders', '/var/lib/shop/ and lib/shop'],
  ])('%s are none', (_, line) => {
    expect(targetsOf(line)).toEqual([]);
  });

  it.each([
    'at app//shop.Cart.<init>(Cart.java:9)',
    'File "/srv/cart.py", line 42',
    'at file:///srv/cart.mjs:4:9',
    'x=D:\\a b\\Cart.cs:line 42',
    'at (webpack:///./src/cart.ts:4:9)',
    'see https://shop.example/cart, a/b.ts:3',
  ])('the text of a link of %s alone leads to the same', (line) => {
    for (const link of linksOf(line)) expect(linksOf(textOf(line, link))[0]?.target).toEqual(link.target);
  });

  const pieces = fc.constantFrom(
    ...[
      'File "',
      '", line 3',
      'C:',
      '\\',
      '/',
      ':',
      '://',
      'http',
      'file',
      'a.java',
      '(',
      ')',
      ':12',
      ' ',
      '.',
    ],
    ...['购', '\u0000', '\u001b[31m', 'x.ts', 'webpack', '<', '"', '\ud83d'],
  );

  it('lie within any line, in order, and apart from each other', () => {
    const lines = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(lines, (line) => {
        let end = 0;
        for (const { start, length } of linksOf(line)) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(length).toBeGreaterThan(0);
          end = start + length;
        }
        expect(end).toBeLessThanOrEqual(line.length);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['a.java:1)(', 'C:\\', 'File "', '(a/b.c', 'http://)', '<.$', ':line 1 C:/ ', '://a', '....'])(
    'a line of 50 MB full of %j ends soon',
    (piece) => {
      const line = piece.repeat(Math.ceil(5e7 / piece.length));
      expect(processorMs(() => linksOf(line))).toBeLessThan(5_000);
    },
  );
});

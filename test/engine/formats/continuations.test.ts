import { expect, test } from 'vitest';
import { readLines } from './read-lines';

/** Ten blocks of lines: how many records they make, and the messages of the first block's. */
function blocks(lines: readonly string[], times = 10) {
  const { name, share, records } = readLines(Array.from({ length: times }, () => lines).flat());
  const begun = records.filter((record) => record !== null);
  return {
    name,
    share,
    records: begun.length / times,
    messages: begun.slice(0, begun.length / times).map((r) => r.message),
  };
}

test.each([
  [
    'PostgreSQL: what a report adds, and a statement of several lines',
    [
      '2026-06-12 09:41:07.250 UTC [812] ann@shop ERROR:  duplicate key in "carts"',
      '2026-06-12 09:41:07.250 UTC [812] ann@shop DETAIL:  Key (id)=(7) is there already.',
      '2026-06-12 09:41:07.250 UTC [812] ann@shop STATEMENT:  insert into carts',
      '\tvalues (7)',
      '2026-06-12 09:41:07.301 UTC [9] LOG:  checkpoint complete',
    ],
    'postgresql',
    ['duplicate key in "carts"', 'checkpoint complete'],
  ],
  [
    'MySQL: a slow query is one record, whatever its text begins with',
    [
      '# Time: 2026-06-12T09:41:07.250123Z',
      '# User@Host: ann[ann] @ edge7 [10.1.2.3]  Id:    31',
      '# Query_time: 3.250123  Lock_time: 0.000007 Rows_sent: 1  Rows_examined: 70000',
      'SET timestamp=1781257267;',
      'select *',
      'from carts',
      "where day = '2026-06-11' and note = 'ERROR'",
      '2026-06-11 00:00:00 is no header here;',
    ],
    'mysql-slow',
    ['# Time: 2026-06-12T09:41:07.250123Z'],
  ],
  [
    'PHP: a stack trace repeats the stamp',
    [
      '[12-Jun-2026 09:41:07 UTC] PHP Fatal error:  Uncaught Error: no bank in /srv/pay.php:31',
      '[12-Jun-2026 09:41:07 UTC] PHP Stack trace:',
      '[12-Jun-2026 09:41:07 UTC] PHP   1. {main}() /srv/index.php:0',
      '[12-Jun-2026 09:41:07 UTC] PHP   2. pay($cart = 7) /srv/index.php:9',
      '[12-Jun-2026 09:41:08 UTC] PHP Notice:  cart 7 is kept',
    ],
    'php',
    ['Uncaught Error: no bank in /srv/pay.php:31', 'cart 7 is kept'],
  ],
  [
    '.NET: the text stands below its category',
    ['fail: Shop.Carts.Store[20102]', '      cart 7 cannot be saved', '      System.Exception: no disk'],
    'dotnet-console',
    ['Shop.Carts.Store[20102]'],
  ],
  [
    'Ruby: a backtrace',
    [
      'E, [2026-06-12T09:41:07.250123 #812] ERROR -- : no bank (PaymentError)',
      "/srv/pay.rb:31:in `charge'",
      "/srv/cart.rb:7:in `close'",
    ],
    'ruby-logger',
    ['no bank (PaymentError)'],
  ],
  [
    'Elixir: an indented report',
    [
      '09:41:07.250 [error] GenServer :carts terminating',
      '** (RuntimeError) no bank',
      '    (shop 1.0.0) lib/carts.ex:31',
    ],
    'clock-level',
    ['GenServer :carts terminating'],
  ],
])('%s', (_, lines, name, messages) => {
  expect(blocks(lines)).toMatchObject({ name, records: messages.length, messages });
});

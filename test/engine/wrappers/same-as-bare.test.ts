import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { levelName } from '../../../src/engine/model/level';
import type { RecordIndex, SignatureId } from '../../../src/engine/model/units';
import { readSource } from '../records/read-source';
import { textsOf } from '../source-texts';
import { wrappings } from './wrap';

const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

/** What a log's records are, wherever they stand. */
function recordsOf(lines: readonly string[]) {
  const bytes = bytesOf(lines);
  const { records, miner, cutter, reader } = readSource([bytes]);
  const rows = Array.from({ length: records.recordCount }, (_, i) => {
    const record = i as RecordIndex;
    const { message, component } = cutter.cut(record, textsOf(bytes));
    return {
      pattern: miner.template(miner.templateOf(records.signature.get(i) as SignatureId)).pattern,
      level: levelName(records.levelAt(record)),
      time: records.time.nanosecondsAt(i),
      message: new TextDecoder().decode(message),
      component,
    };
  });
  return { format: reader.formatName, rows };
}

/** Bare lines whose every record has a time of its own: a wrapper's would take the place of none. */
const bare: Record<string, readonly string[]> = {
  sample: generateShopLog({ seed: 6 }).text.split('\n').slice(0, 300),
  log4j: [
    '2026-04-02 10:00:00,001 INFO  [main] lager.Shelf - shelf 7 is ready',
    '2026-04-02 10:00:00,207 ERROR [main] lager.Shelf - shelf 8 fell over',
    'lager.ShelfException: too much on it: 812 kg',
    '\tat lager.Shelf.carry(Shelf.java:77)',
    'Caused by: lager.WoodException: rotten 🪵 "through"',
    '2026-04-02 10:00:01,000 INFO  [main] lager.Shelf - shelf 9 is \\ready\\',
  ],
  json: [
    '{"ts":"2026-04-02T10:00:00Z","level":"info","msg":"shelf 7 is ready","kg":12}',
    '{"ts":"2026-04-02T10:00:02Z","level":"error","msg":"shelf \\"8\\" fell over","kg":812}',
  ],
};

describe('a wrapped log is read as the bare one', () => {
  for (const { name, wrap } of wrappings)
    for (const [log, lines] of Object.entries(bare)) {
      it(`${name}: ${log}`, () => {
        const expected = recordsOf(lines);
        const draws = fc.infiniteStream(fc.nat());
        fc.assert(
          fc.property(draws, (stream) => {
            const draw = (below: number) => stream.next().value % below;
            const { format, rows } = recordsOf(wrap(lines, draw));
            expect(format).toMatch(new RegExp(`^${name.split(' ')[0]} › ${expected.format}$`));
            const own = rows.filter(({ message }) => !message.startsWith('##['));
            const named = expected.rows.map((row, i) => ({
              ...row,
              component: row.component || own[i]?.component,
            }));
            expect(own).toEqual(named);
          }),
          { numRuns: 5 },
        );
      });
    }
});

describe('containers interleaved', () => {
  const trace = (line: string, i: number) => `[pod/x/${i % 2 === 0 ? 'books' : 'proxy'}] ${line}`;

  it('a stack trace goes on behind another container’s line', () => {
    const lines = [
      'shelf 7 is ready',
      'proxy is up',
      'Traceback (most recent call last):',
      'proxy is up',
      '  File "a.py"',
      'proxy is up',
      'WoodError: rotten',
      'proxy is up',
      'shelf 9 is ready',
    ];
    expect(recordsOf(lines.map(trace)).rows.map(({ message }) => message)).toEqual([
      'shelf 7 is ready',
      'proxy is up',
      'Traceback (most recent call last):',
      'proxy is up',
      'proxy is up',
      'proxy is up',
      'shelf 9 is ready',
    ]);
  });

  it('the wrapper’s time and name count where the text has none', () => {
    const { rows } = recordsOf([
      'a-1  | 2026-06-12T09:41:07.000000001Z shelf 7 is ready',
      'b-1  | shelf 8 is ready',
    ]);
    expect(rows.map(({ time, component }) => ({ time, component }))).toEqual([
      { time: 1781257267000000001n, component: 'a-1' },
      { time: null, component: 'b-1' },
    ]);
  });
});

describe('syslog', () => {
  const syslog = (text: string) => `Jun 12 09:41:07 edge7 ledgerd[7]: ${text}`;

  it('is a format of its own around plain words', () => {
    expect(recordsOf(['opened', 'book 7 is torn', 'closed'].map(syslog)).format).toBe('syslog-rfc3164');
  });

  it('comes off around a format we know, and every line stays an entry', () => {
    const { format, rows } = recordsOf(
      ['level=info msg="book 7"', 'level=error msg="book 8 torn"', 'started'].map(syslog),
    );
    expect(format).toBe('journal › logfmt');
    expect(rows.map(({ level, message }) => ({ level, message }))).toEqual([
      { level: 'info', message: 'book 7' },
      { level: 'error', message: 'book 8 torn' },
      { level: 'none', message: 'started' },
    ]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateShopLog } from '../../src/engine/dataset/generator/shop-log';
import type { Analysis } from '../../src/engine/model/analysis';
import type { SourceIndex } from '../../src/engine/model/units';
import { Session } from '../../src/engine/session';
import { finish } from './log-builder';
import { textsOf } from './source-texts';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;
const first = 0 as SourceIndex;

function open(encoding?: string): Session {
  const session = new Session();
  session.openSource({ path: 'app.log', role: 'log', referenceSeconds, encoding });
  return session;
}

/** The result, and what the columns hold that no result shows. */
function resultOf(
  session: Session,
  bytes: Uint8Array,
): { analysis: Omit<Analysis, 'aliases'>; templates: number[] } {
  const { aliases: _, ...analysis } = finish(session.analyse(textsOf(bytes)));
  return { analysis, templates: [...session.templates.templatesOfLines(first)] };
}

function readWhole(bytes: Uint8Array, encoding?: string) {
  const whole = open(encoding);
  whole.push(bytes);
  whole.closeSource();
  return resultOf(whole, bytes);
}

/** Read up to each cut, closed and read on, is as good as read at once. */
function check(
  bytes: Uint8Array,
  cuts: readonly number[],
  whole = readWhole(bytes),
  encoding?: string | undefined,
): void {
  const session = open(encoding);
  let at = 0;
  for (const cut of cuts.toSorted((a, b) => a - b)) {
    session.push(bytes.slice(at, cut));
    session.closeSource();
    expect(session.continueSource(referenceSeconds)).toBe(true);
    at = cut;
  }
  session.push(bytes.slice(at));
  session.closeSource();
  expect(resultOf(session, bytes)).toEqual(whole);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const traces = [
  '2026-04-02 10:00:00,001 INFO  [main] lager.Shelf - shelf 7 is ready',
  '2026-04-02 10:00:00,207 ERROR [main] lager.Shelf - 货架 8 fell over',
  'lager.ShelfException: too much on it: 812 kg',
  '\tat lager.Shelf.carry(Shelf.java:77)',
  '',
  '2026-04-02 10:00:01,000 INFO  [main] lager.Shelf - shelf 9 is ready',
];
const colours = [
  '\u001b[32mINFO\u001b[0m shelf 7 is ready',
  '\u001b[31mERROR\u001b[0m shelf 8 fell over',
  '\u001b[1m',
];
const pieces = [
  '2026-06-12T09:41:07.25Z stdout F 2026-06-12 09:41:07 INFO shelf 7 is ready',
  '2026-06-12T09:41:07.26Z stderr P 2026-06-12 09:41:07 ERROR shelf 8 ',
  '2026-06-12T09:41:07.27Z stdout F 2026-06-12 09:41:07 INFO shelf 9 is ready',
  '2026-06-12T09:41:07.28Z stderr F fell over',
];
const entries = [
  '__REALTIME_TIMESTAMP=1781257267260000',
  'MESSAGE=shelf 7 is ready',
  '',
  '__REALTIME_TIMESTAMP=1781257268260000',
  'MESSAGE',
  '\u0015\u0000\u0000\u0000\u0000\u0000\u0000\u0000shelf 8 fell over\r\nat',
  'PRIORITY=3',
  '',
];
const tracebacks = [
  'shelf 7',
  'Traceback (most recent call last):',
  '  File "a.py"',
  'WoodError: rotten',
  'shelf 9',
];

describe('a source that goes on after its end is as if it had not ended', () => {
  const logs: Record<string, readonly string[]> = { traces, colours, pieces, entries, tracebacks };
  for (const [name, lines] of Object.entries(logs)) {
    // Every cut where a line end itself can be cut; else every fifth, for time's sake.
    for (const [lineEnd, step] of [
      ['\r\n', 1],
      ['\n', 5],
      ['\r', 5],
    ] as const) {
      it(`${name}, ${JSON.stringify(lineEnd)}, cut anywhere`, () => {
        const bytes = bytesOf(lines.join(lineEnd));
        const whole = readWhole(bytes);
        for (let cut = 0; cut <= bytes.length; cut += step) check(bytes, [cut], whole);
      });
    }
    it(`${name}, behind a full head`, () => {
      const text = `${lines.join('\r\n')}\r\n`;
      const bytes = bytesOf(text.repeat(Math.ceil(70_000 / text.length)) + lines.join('\r\n'));
      const whole = readWhole(bytes);
      const cut = fc.integer({ min: bytes.length - text.length, max: bytes.length });
      fc.assert(
        fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => check(bytes, cuts, whole)),
        { numRuns: 3 },
      );
    });
  }

  it('the sample, in many steps', () => {
    const bytes = bytesOf(generateShopLog({ seed: 4 }).text.slice(0, 150_000));
    const whole = readWhole(bytes);
    const cut = fc.integer({ min: 0, max: bytes.length });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => check(bytes, cuts, whole)),
      { numRuns: 3 },
    );
  });

  it('what was plain text so far is read anew where the lines that follow say what it is', () => {
    const json = Array.from({ length: 20 }, (_, i) => `{"level":"info","msg":"shelf ${i} is ready"}`);
    const bytes = bytesOf(['shelf watcher 2.1', ...json].join('\n'));
    check(bytes, [17, 18, 40, 90]);
  });

  it('a piece that was held back and does not fit counts once', () => {
    const head = `${pieces[0]}\n`.repeat(1001);
    const held = '2026-06-12T09:41:07.26Z stdout P What does \n';
    const bytes = bytesOf(`${head}${held}2026-06-12T09:41:07.27Z stdout F not fit\n`);
    check(bytes, [head.length + held.length]);
  });

  it('in UTF-16, between two characters', () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${traces.join('\n').repeat(900)}`, 'utf16le'));
    check(bytes, [bytes.length - 200]);
  });
});

describe('where only reading from the start gives the same result', () => {
  it('a character of UTF-16 cut in two is said, and nothing has changed', () => {
    const text = traces.join('\n').repeat(900);
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    const session = open('utf16le');
    session.push(bytes.slice(0, -1));
    session.closeSource();
    const before = resultOf(session, bytesOf(text));
    expect(session.continueSource(referenceSeconds)).toBe(false);
    expect(resultOf(session, bytesOf(text))).toEqual(before);
  });
});

describe('templates that became part of an older one are told', () => {
  const line = (what: string) => `2026-04-02 10:00:00 INFO shelf moved to the ${what} side of the hall\n`;

  it('once', () => {
    const session = open();
    const head = 'north south east west upper lower'.split(' ').slice(0, 2).map(line).join('').repeat(600);
    const rest = 'inner outer front rear left right dark bright cold warm'.split(' ').map(line).join('');
    session.push(bytesOf(head));
    session.closeSource();
    const before = finish(session.analyse(textsOf(head)));
    session.continueSource(referenceSeconds);
    session.push(bytesOf(rest));
    session.closeSource();
    const after = finish(session.analyse(textsOf(head + rest)));
    const live = new Set(after.templates.map(({ id }) => id));
    const gone = before.templates.map(({ id }) => id).filter((id) => !live.has(id));
    expect(after.aliases.map(({ younger }) => younger)).toEqual(gone);
    expect(after.aliases.every(({ older }) => live.has(older))).toBe(true);
    expect(gone.length).toBeGreaterThan(0);
    expect(finish(session.analyse(textsOf(head + rest))).aliases).toEqual([]);
  });
});

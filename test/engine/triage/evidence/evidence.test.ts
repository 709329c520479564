import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/engine/model/seeded-random';
import type { LineNumber } from '../../../../src/engine/model/units';
import { bytesOf, noise, packOf, stamped } from './build-log';

const quiet = (count: number, seed = 1) => noise(count, seed);
const failure = ['weighing 12 apples', 'ERROR: the scale is stuck at 3 kg', 'gave up'];
const inMiddle = (lines: readonly string[]) => [...quiet(900), ...lines, ...quiet(900, 2)].join('\n');
const pack = (text: string, budget = 400) => packOf(bytesOf(text), { budget });

/** Characters of one kind, as a certificate or a picture has them. */
function base64(length: number): string {
  const random = seededRandom(length);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}

describe('what a pack shows', () => {
  it('is all of a log that goes into the budget, as it is', () => {
    expect(pack(failure.join('\n')).text).toBe(failure.map((line, i) => `${i + 1}: ${line}\n`).join(''));
  });

  it('is the line of the middle, with those beside it, and marks where lines are left out', () => {
    expect(pack(inMiddle(failure)).text).toMatch(
      /⋯\n(\d+: .*\n)*901: weighing 12 apples\n902: ERROR: the scale is stuck at 3 kg\n903: gave up\n(\d+: .*\n)*⋯\n/,
    );
  });

  it('counts lines that are alike, and says where the last one stands', () => {
    const again = Array.from({ length: 40 }, (_, i) => `ERROR: the scale is stuck at ${i + 3} kg`);
    expect(pack(inMiddle(again)).text).toContain('901: ERROR: the scale is stuck at 3 kg ×40 …940\n');
  });

  it.each([
    { name: 'base64', filler: base64(40_000) },
    {
      name: 'lines of base64',
      filler: Array.from({ length: 500 }, (_, i) => base64(76 + (i % 2))).join('\n'),
    },
    { name: 'a minified bundle', filler: 'function e(r){if(!r)throw"error:"+r;fail(r)};'.repeat(1200) },
    { name: 'one long line of errors', filler: 'no error here, error there; '.repeat(2000) },
  ])('is not eaten up by $name', ({ filler }) => {
    const { text } = pack(inMiddle([filler, ...quiet(50, 3), ...failure, ...quiet(50, 4), filler]));
    expect(text).toContain('ERROR: the scale is stuck at 3 kg\n');
  });

  it('is of a long line its beginning and what matters in it', () => {
    const long = `job 17 of the night ${'counts apples and '.repeat(60)}exited with code 3 ${'and pears '.repeat(60)}`;
    const { text } = pack(inMiddle([long]));
    expect(text).toMatch(/901: job 17 of the night .{100,300}….{0,80}exited with code 3/);
    expect(text).not.toContain('and pears '.repeat(50));
  });

  it('has no control character, no ANSI sequence and no override of direction', () => {
    const hostile = 'ERROR: \u001b[31mred\u001b[0m\u0007 and \u202eback\u202c\u0000';
    const found = pack(inMiddle([hostile]));
    expect(found.text).toContain('901: ERROR: red and back\n');
    expect(found.shortened).toContainEqual([901, 901]);
  });

  it('is what a log broke off with', () => {
    const { text } = pack([...quiet(900), 'weighing the 13th apple'].join('\n'));
    expect(text).toMatch(/901: weighing the 13th apple\n$/);
  });
});

describe('the budget', () => {
  it('counts an ideograph as a token', () => {
    const chinese = Array.from({ length: 400 }, (_, i) => `错误：第${i}号称重机没有回应，请检查线路`);
    const { text, tokens } = pack(inMiddle(chinese), 300);
    const ideographs = [...text].filter((one) => /\p{Script=Han}|[，：]/u.test(one)).length;
    expect(tokens).toBe(ideographs + Math.ceil(([...text].length - ideographs) / 4));
    expect(tokens).toBeLessThanOrEqual(300);
    expect(tokens).toBeGreaterThan(200);
  });

  it('that holds not even a line gives none', () => {
    expect(pack(inMiddle(failure), 1)).toEqual({ tokens: 1, ranges: [], shortened: [], text: '⋯\n' });
  });
});

describe('what a collector put before the lines', () => {
  const runner = stamped([
    '##[group]Runner',
    '##[endgroup]',
    ...quiet(900),
    ...failure,
    '##[error]Process completed with exit code 3.',
    ...quiet(300, 2),
  ]);
  const named = runner.map((line) => `build and weigh\tRun make\t${line}`);

  it.each([
    { name: 'a runner', lines: runner },
    { name: 'a runner, with the names of job and step', lines: named },
  ])('$name: stays where the line tells, and is left out beside it', ({ lines }) => {
    const { text, ranges, shortened } = packOf(bytesOf(lines.join('\n')), { budget: 400 });
    expect(text).toContain(`904: ${lines[903]}\n`);
    expect(ranges.some(([from, to]) => from <= 904 && to >= 904)).toBe(true);
    expect(text).toContain('903: weighing 12 apples\n');
    expect(shortened.some(([from, to]) => from <= 903 && to >= 903)).toBe(true);
  });
});

describe('what the pack is about', () => {
  const other = 'ERROR: the drawer does not open';
  const both = [...quiet(400), other, ...quiet(400, 2), ...failure, ...quiet(400, 3)];

  it('a good log says what is usual', () => {
    const good = bytesOf([...quiet(500, 5), other, ...quiet(500, 6)].join('\n'));
    const { text } = packOf(bytesOf(both.join('\n')), { budget: 40 }, { good: [good] });
    expect(text).toContain(failure[1]);
    expect(text).not.toContain(other);
  });

  it.each([
    { name: 'lines', focus: { firstLine: 390 as LineNumber, lastLine: 410 as LineNumber }, shows: other },
    {
      name: 'other lines',
      focus: { firstLine: 790 as LineNumber, lastLine: 850 as LineNumber },
      shows: failure[1],
    },
  ])('a range of $name', ({ focus, shows }) => {
    const { text } = packOf(bytesOf(both.join('\n')), { budget: 25, focus });
    expect([other, failure[1]].filter((line) => text.includes(line))).toEqual([shows]);
  });

  it('a range of time', () => {
    const timed = both.map(
      (line, i) => `${new Date(Date.UTC(2026, 5, 12) + i * 1000).toISOString()} INFO [till] ${line}`,
    );
    const at = (line: number) => BigInt(Date.UTC(2026, 5, 12) + line * 1000) * 1_000_000n;
    const focus = { from: at(395), until: at(405) };
    const { text } = packOf(bytesOf(timed.join('\n')), { budget: 30, focus });
    expect([other, failure[1]].filter((line) => text.includes(line))).toEqual([other]);
  });
});

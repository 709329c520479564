import { describe, expect, it } from 'vitest';
import { generateQuietLog } from '../../../../../src/engine/dataset/generator/shop-log';
import { seededRandom } from '../../../../../src/engine/model/seeded-random';
import { reasonsOf } from '../../reasons-of';

/** A line with the milliseconds it is written at. */
type Timed = readonly [at: number, text: string];
/** The steps of one turn, as the case changes them. */
type Change = (turn: number, steps: readonly string[]) => readonly string[];

const start = Date.UTC(2026, 3, 2);
const turns = 240;
const oddTurn = 70;

const written = (lines: readonly Timed[]) =>
  lines.toSorted(([a], [b]) => a - b).map(([at, text]) => `${new Date(start + at).toISOString()} ${text}`);

/** Turn after turn of one program. */
function program(steps: readonly string[], write: (step: string, turn: number) => string) {
  return (change: Change): Timed[] =>
    Array.from({ length: turns }, (_, turn) =>
      change(turn, steps).map((step, i): Timed => [turn * 10_000 + i * 900, write(step, turn)]),
    ).flat();
}

const nightly = ['reading the ledger', 'sorting accounts', 'posting entries', 'printing statements'];
const install = ['selecting the part named', 'unpacking all of', 'now come settings for', 'put on the list:'];
const boot = ['core loaded', 'disk mounted', 'network is up', 'desk opened', 'lamp is green'];
const copy = ['copy begun', 'copy ended'];

/** Somebody else's lines at any time. */
function chatter(): Timed[] {
  const random = seededRandom(3);
  const said = ['page shown', 'picture shown', 'cache renewed', 'guest came'];
  return Array.from({ length: 3_000 }, () => [
    random() * turns * 10_000,
    `INFO  [web] ${said[Math.floor(random() * said.length)]}`,
  ]);
}

/** Three threads at work at once, each going its steps again and again. */
function threads(change: Change): Timed[] {
  const random = seededRandom(9);
  return [0, 1, 2].flatMap((thread) => {
    let at = random() * 2_000;
    return Array.from({ length: turns }, (_, turn) =>
      change(thread === 1 ? turn : -1, nightly).map((step): Timed => {
        at += 30 + random() * 700;
        return [at, `INFO  [worker-${thread}] ${step}`];
      }),
    ).flat();
  });
}

const logs: readonly (readonly [name: string, steps: readonly string[], log: (change: Change) => Timed[]])[] =
  [
    ['a batch job', nightly, program(nightly, (step) => `INFO  ${step}`)],
    ['an installer', install, program(install, (step, turn) => `INFO  ${step} part-${'abcdef'[turn % 6]}`)],
    ['a boot log', boot, program(boot, (step) => `INFO  [boot] ${step}`)],
    [
      'a backup between other lines',
      copy,
      (change) => [...program(copy, (step) => `INFO  [copy] ${step}`)(change), ...chatter()],
    ],
    ['threads', nightly, threads],
  ];

const at =
  (change: (steps: readonly string[]) => readonly string[]): Change =>
  (turn, steps) =>
    turn === oddTurn ? change(steps) : steps;
const skipped = at((steps) => [steps[0], ...steps.slice(2)]);
const swapped = at(([first, second, ...rest]) => [second, first, ...rest]);
const doubled = at(([first, second, ...rest]) => [first, second, second, ...rest]);

function said(log: readonly Timed[]) {
  const lines = written(log);
  return reasonsOf('sequence', { log: lines }).said.map(({ line, text }) => ({
    text,
    shown: lines[line - 1],
  }));
}

describe.each(logs)('in %s without ids', (_, steps, log) => {
  it('nothing is odd where turn is like turn', () => {
    expect(said(log((_turn, all) => all))).toEqual([]);
  });

  it('a step that is skipped is told, with what it goes with', () => {
    const [only, ...others] = said(log(skipped));
    expect(others).toEqual([]);
    expect(only.text).toMatch(new RegExp(`^no \`${steps[1]}.*there is one \\d+ of \\d+ other times$`));
  });

  it('a step that comes before the one it follows is told there', () => {
    const [only, ...others] = said(log(swapped));
    expect(others).toEqual([]);
    expect(only.text).toContain(`\`${steps[1]}`);
    expect(only.shown).toContain(steps[1]);
  });

  it('a step that comes twice is told once', () => {
    expect(said(log(doubled))).toHaveLength(1);
  });
});

describe('turns', () => {
  const plain = program(nightly, (step) => `INFO  ${step}`);

  it('of which a step lacks are compared with those of the baseline where it shows them', () => {
    const lacking: Change = (turn, steps) => (turn % 3 === 0 ? skipped(oddTurn, steps) : steps);
    const few = written(plain((turn, steps) => (turn < 30 ? lacking(turn, steps) : [])));
    const baseline = written(plain((_, steps) => steps));
    expect(reasonsOf('sequence', { log: few }).said).toEqual([]);
    expect(reasonsOf('sequence', { log: few, baseline }).said.length).toBeGreaterThan(0);
  });

  it('the last of which has no end are told where the log goes on for long', () => {
    const copies = program(
      copy,
      (step) => `INFO  [copy] ${step}`,
    )((turn, steps) => (turn < 120 ? steps : turn === 120 ? steps.slice(0, 1) : []));
    const other = chatter();
    const whole = said([...copies, ...other].map(([time, text]) => [time, text.replace('[web]', '[copy]')]));
    expect(whole.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^no `copy ended` after the last `copy begun`/),
    ]);
    const short = written(copies);
    expect(reasonsOf('sequence', { log: short }).said).toEqual([]);
  });

  it('that overlap now and then are quiet', () => {
    const lines = program(
      copy,
      (step) => `INFO  ${step}`,
    )((_, steps) => steps).map(([time, text], i): Timed => [i === 141 ? time + 11_000 : time, text]);
    expect(said(lines)).toEqual([]);
  });

  it('of clocks that drift past each other are quiet', () => {
    const pulses = Array.from({ length: 300 }, (_, i): Timed[] => [
      [i * 10_000, 'INFO  alpha pulse'],
      [i * 10_031 + 3_000, 'INFO  beta pulse'],
    ]).flat();
    expect(said(pulses)).toEqual([]);
  });
});

/** Numbers and what holds any, so that nothing links lines. */
function withoutIds(text: string): string[] {
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => `${line.slice(0, 24)}${line.slice(24).replace(/[0-9][0-9a-f.-]*/g, '7')}`);
}

describe('the shop’s log without trouble and without ids', () => {
  it.each([
    [1, 2_000],
    [2, 7_000],
    [3, 7_000],
  ])('seed %i, %i records: at most 5 in 10,000 lines are called out of order', (seed, records) => {
    const log = withoutIds(generateQuietLog({ seed, records }).text);
    const { said: marks, notJudged } = reasonsOf('sequence', { log });
    expect(notJudged.filter((each) => each.includes('links'))).toEqual([]);
    expect(marks.length).toBeLessThanOrEqual(0.0005 * log.length);
  });
});

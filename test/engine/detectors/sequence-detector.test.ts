import { describe, expect, it } from 'vitest';
import { skipsOf } from '../../../src/engine/detectors/sequence-detector-skips';
import { seededRandom } from '../../../src/engine/model/seeded-random';
import { reasonsOf } from './reasons-of';

const pad = (number: number) => String(number).padStart(2, '0');
const clock = (i: number) =>
  `2026-04-02T${pad(10 + Math.floor(i / 3600))}:${pad(Math.floor(i / 60) % 60)}:${pad(i % 60)}Z`;
const idOf = (job: number) => `req-${((job + 1) * 2654435761).toString(16).slice(-8)}`;

const order = ['order received', 'stock reserved', 'payment captured', 'parcel labelled', 'order closed'];

interface Written {
  readonly lines: readonly string[];
  /** By job: its lines, counted from 1. */
  readonly linesOf: readonly (readonly number[])[];
}

/** Jobs that go the steps told for them, up to three at a time. */
function written(jobs: number, stepsOf: (job: number) => readonly string[]): Written {
  const random = seededRandom(5);
  const lines: string[] = [];
  const linesOf: number[][] = Array.from({ length: jobs }, () => []);
  const open: { job: number; steps: string[] }[] = [];
  for (let next = 0; next < jobs || open.length > 0; ) {
    while (open.length < 3 && next < jobs) open.push({ job: next, steps: [...stepsOf(next++)] });
    const at = Math.floor(random() * open.length);
    const { job, steps } = open[at];
    lines.push(`${clock(lines.length)} INFO  [shop] [${idOf(job)}] ${steps.shift()}`);
    linesOf[job].push(lines.length);
    if (steps.length === 0) open.splice(at, 1);
  }
  return { lines, linesOf };
}

const without = (step: string) => order.filter((one) => one !== step);

describe('the order of a session', () => {
  it('a request without a step that all others have shows where the step should have come by', () => {
    const { lines, linesOf } = written(300, (job) => (job === 150 ? without('payment captured') : order));
    const { said } = reasonsOf('sequence', { log: lines });
    expect(said.map(({ line }) => line)).toEqual([linesOf[150][2]]);
    expect(said[0].text).toMatch(
      new RegExp(
        `^\`${idOf(150)}\` has no \`.*payment captured\`; \\d+ of \\d+ others (with \`.*\` )?have it$`,
      ),
    );
  });

  it('one that ends too early shows at its last record', () => {
    const { lines, linesOf } = written(300, (job) => (job === 150 ? order.slice(0, 4) : order));
    expect(reasonsOf('sequence', { log: lines }).said.map(({ line }) => line)).toEqual([linesOf[150][3]]);
  });

  it('is quiet where requests are as they are, however they interleave', () => {
    const { lines } = written(400, (job) =>
      job % 7 === 3 ? ['order received', 'stock is empty', 'order closed'] : order,
    );
    expect(reasonsOf('sequence', { log: lines }).said).toEqual([]);
  });

  it('is quiet about what begins before the log and what goes on behind it', () => {
    const { lines } = written(300, () => order);
    expect(reasonsOf('sequence', { log: lines.slice(7, -7) }).said).toEqual([]);
  });

  it('tells of what no session of the baseline did', () => {
    const baseline = written(300, () => order).lines;
    const odd = written(40, (job) => (job === 20 ? without('stock reserved') : order));
    const { said } = reasonsOf('sequence', { log: odd.lines, baseline });
    expect(said.map(({ text }) => text)).toEqual([expect.stringMatching(/has no `.*stock reserved`/)]);
    expect(odd.linesOf[20]).toContain(said[0].line);
  });

  it('goes by the field that a person names, and says when there is none of that name', () => {
    const { lines } = written(100, () => order);
    const log = lines.map((line, i) => `${line} slot=${i % 4}`);
    const judged = (sessionField?: string) =>
      reasonsOf('sequence', { log, options: { sessionField } }).notJudged;
    expect(judged()).toEqual([]);
    expect(judged('slot')).toEqual([expect.stringContaining('too few whole sessions')]);
    expect(judged('spot')).toEqual([expect.stringContaining('`spot`')]);
  });

  it('says that nothing links the records', () => {
    const log = Array.from({ length: 200 }, (_, i) => `${clock(i)} INFO tick`);
    expect(reasonsOf('sequence', { log }).notJudged).toContain(
      'nothing that links records and no order that keeps coming back, so their order was not judged',
    );
  });
});

interface SkipCase {
  readonly name: string;
  readonly sequences: readonly (readonly number[])[];
  /** Session and position of what is missing. */
  readonly skips: readonly (readonly [session: number, event: number, position: number])[];
}

const many = (count: number, sequence: readonly number[]) => Array.from({ length: count }, () => sequence);
const skipCases: readonly SkipCase[] = [
  { name: 'a hole', sequences: [...many(200, [1, 2, 3]), [1, 3]], skips: [[200, 2, 1]] },
  { name: 'a missing end', sequences: [...many(200, [1, 2, 3]), [1, 2]], skips: [[200, 3, 2]] },
  {
    name: 'another path, which has events of its own',
    sequences: [...many(200, [1, 2, 3]), [1, 9, 3]],
    skips: [],
  },
  {
    name: 'two paths that are both usual',
    sequences: [...many(100, [1, 2, 3]), ...many(40, [1, 3])],
    skips: [],
  },
  { name: 'too few to tell', sequences: [...many(30, [1, 2, 3]), [1, 3]], skips: [] },
  { name: 'nothing', sequences: [], skips: [] },
  { name: 'empty sessions', sequences: many(100, []), skips: [] },
];

describe('steps that are skipped', () => {
  it.each(skipCases)('$name', ({ sequences, skips }) => {
    expect(skipsOf(sequences).map(({ session, event, position }) => [session, event, position])).toEqual(
      skips,
    );
  });

  it('are odder together than apart', () => {
    const usual = many(300, [1, 2, 3]);
    const decades = (holes: readonly number[]) =>
      Math.max(
        ...skipsOf(usual.map((one, i) => (holes.includes(i) ? [1, 3] : one))).map((skip) => skip.decades),
      );
    expect(decades([100, 101, 103, 104])).toBeGreaterThan(decades([10, 90, 170, 250]) + 0.9);
  });
});

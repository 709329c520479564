import { describe, expect, it } from 'vitest';
import type { LineIndex } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';
import { AskedLogs } from '../filter/asked';
import { textsOf } from '../source-texts';

const ferries = [
  '2026-04-02 06:00:00.250 INFO ferry 1 left pier 7',
  '2026-04-02 06:00:01.250 ERROR engine failed',
  '  at engine.Shaft.turn(Shaft.java:7)',
  '',
  '2026-04-02 06:00:02.250 INFO ferry 2 left pier 8',
].join('\n');
const harbour = '{"time":"2026-04-02T06:00:03Z","level":"warn","msg":"fog over the bay","berth":"north"}\n';
const { session } = new AskedLogs(ferries, harbour);
const line = (index: number) => index as LineIndex;
const nanoseconds = (milliseconds: number) =>
  `${BigInt(Date.UTC(2026, 3, 2, 6) + milliseconds) * 1_000_000n}`;

describe('facts of a line', () => {
  it.each([
    { of: 0, first: 0, last: 0, time: nanoseconds(250), level: 'info' },
    { of: 2, first: 1, last: 2, time: nanoseconds(1250), level: 'error' },
    { of: 5, first: 5, last: 5, time: nanoseconds(3000), level: 'warn' },
  ])('are those of its record: line $of', ({ of, ...facts }) => {
    expect(session.lines.facts(line(of))).toMatchObject(facts);
  });

  it.each([3, -1, 6])('are none where it is of no record: line %i', (of) => {
    expect(session.lines.facts(line(of))).toBeUndefined();
  });
});

it('facts of a line that was appended since are none of a baseline’s, which stands behind the log', () => {
  const judged = new Session();
  for (const role of ['log', 'baseline'] as const) {
    judged.openSource({ path: role, role, referenceSeconds: 1_795_000_000 });
    judged.push(new TextEncoder().encode(ferries));
    judged.closeSource();
  }
  expect(judged.lines.facts(line(4))).toBeDefined();
  expect(judged.lines.facts(line(5))).toBeUndefined();
  expect(judged.lines.details(line(5), textsOf(ferries, ferries))).toBeUndefined();
});

describe('details of a line', () => {
  const texts = textsOf(ferries, harbour);

  it('are the values of its variables by the words before them', () => {
    const details = session.lines.details(line(4), texts);
    expect(details?.title).toBe('ferry <number> left pier <number>');
    expect(details?.parameters).toEqual([
      { name: 'ferry', value: '2' },
      { name: 'pier', value: '8' },
    ]);
  });

  it('are the fields as its format gives them', () => {
    const fields = session.lines.details(line(5), texts)?.fields;
    for (const [name, value] of [
      ['time', nanoseconds(3000)],
      ['level', 'warn'],
      ['message', 'fog over the bay'],
      ['berth', 'north'],
    ])
      expect(fields).toContainEqual({ name, value });
  });
});

it.each([
  { by: 'the lines as they are read', offsets: undefined, errors: [1, 0, 0], warnings: [0, 0, 1] },
  { by: 'their order of time', offsets: [0, -10_000], errors: [0, 1, 0], warnings: [1, 0, 0] },
])('counts records by level in equal stretches, by $by', ({ offsets, errors, warnings }) => {
  const steps = session.lines.levelCounts(3, offsets);
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value).toEqual({ errors, warnings, others: [1, 0, 1] });
});

import { describe, expect, it } from 'vitest';
import type { SessionId, Sessions } from '../../../../src/engine/features/sessions/sessions';
import { seededRandom } from '../../../../src/engine/model/seeded-random';
import type { RecordIndex } from '../../../../src/engine/model/units';
import { finish } from '../../log-builder';
import { valuesOf } from '../values/values-of';

const pad = (number: number) => String(number).padStart(2, '0');
const clock = (i: number) =>
  `2026-04-02T${pad(10 + Math.floor(i / 3600))}:${pad(Math.floor(i / 60) % 60)}:${pad(i % 60)}.${pad(i % 97)}0Z`;

type Writer = (at: number, id: string, message: string, job: number) => string;
const bracketed: Writer = (at, id, message) => `${clock(at)} INFO  [gate] [${id}] ${message}`;
const json: Writer = (at, id, message) =>
  JSON.stringify({ time: clock(at), level: 'info', msg: message, ctx: { trace: id } });
const syslog: Writer = (at, _id, message, job) =>
  `2026-04-02T${clock(at).slice(11, 19)}Z web1 worker[${2000 + job * 7}]: ${message}`;
const within: Writer = (at, id, message) => `${clock(at)} INFO  [gate] ${message} for block ${id}`;

const steps = ['request came', 'cart read', 'price asked', 'answer sent'];

/** Jobs of four steps each, three of them under way at any time. */
function interleaved(jobs: number, write: Writer, idOf: (job: number) => string): string[] {
  const random = seededRandom(11);
  const lines: string[] = [];
  const open: { job: number; step: number }[] = [];
  for (let next = 0; next < jobs || open.length > 0; ) {
    while (open.length < 3 && next < jobs) open.push({ job: next++, step: 0 });
    const at = Math.floor(random() * open.length);
    const { job, step } = open[at];
    lines.push(write(lines.length, idOf(job), steps[step], job));
    if (step + 1 === steps.length) open.splice(at, 1);
    else open[at] = { job, step: step + 1 };
  }
  return lines;
}

function sessionsOf(logs: readonly string[][], baselines: readonly string[][] = [], name?: string): Sessions {
  const { values, session } = valuesOf(logs.map(joined), baselines.map(joined), name);
  return finish(session.sessions(values).found());
}

const joined = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const hash = (job: number) => `req-${((job + 1) * 2654435761).toString(16).slice(-8)}`;

const linked: readonly (readonly [string, string[]])[] = [
  ['an id in brackets before the message', interleaved(100, bracketed, hash)],
  ['a member of an object within JSON', interleaved(100, json, hash)],
  ['a process in a syslog tag', interleaved(100, syslog, hash)],
  ['a number in the message', interleaved(100, within, (job) => `${735_000 + job * 31}`)],
];

describe('sessions', () => {
  it.each(linked)('are linked by %s', (_, lines) => {
    const sessions = sessionsOf([lines]);
    expect(sessions.links).toHaveLength(1);
    expect(sessions.count).toBe(100);
    for (let id = 0; id < sessions.count; id++) {
      const records = sessions.recordsOf(id as SessionId);
      expect(records).toHaveLength(4);
      expect([...records]).toEqual([...records].sort((a, b) => a - b));
      for (const record of records) expect(sessions.sessionOf(record as RecordIndex)).toBe(id);
    }
  });

  it('hold the rare line that has their id, too', () => {
    const lines = interleaved(100, bracketed, hash);
    const odd = lines.findIndex((line) => line.includes(hash(40)));
    lines.splice(odd + 1, 0, bracketed(odd, hash(40), 'voucher was forged', 0));
    const sessions = sessionsOf([lines]);
    const session = sessions.sessionOf((odd + 1) as RecordIndex);
    expect(session).toBe(sessions.sessionOf(odd as RecordIndex));
    expect(sessions.recordsOf(session as SessionId)).toHaveLength(5);
  });

  it('of log and baseline are apart, though their ids be the same', () => {
    const lines = interleaved(60, bracketed, hash);
    expect(sessionsOf([lines], [lines]).count).toBe(120);
  });

  it('may be cut at the ends of the log, and are not in its midst', () => {
    const sessions = sessionsOf([interleaved(200, bracketed, hash)]);
    const cuts = [0, 100, 199].map((id) => [
      sessions.beginIsCut(id as SessionId),
      sessions.endIsCut(id as SessionId),
    ]);
    expect(cuts).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('are those of the field that a person names', () => {
    const lines = interleaved(100, json, (job) => `customer-${job % 7}`);
    const sessions = sessionsOf([lines], [], 'ctx.trace');
    expect(sessions.links).toEqual([{ name: 'ctx.trace', sessions: 7, records: 400 }]);
    expect(sessionsOf([lines], [], 'nothing').links).toEqual([]);
  });
});

const random = seededRandom(3);
const number = (below: number) => Math.floor(random() * below);
const unlinked: readonly (readonly [string, (i: number) => string])[] = [
  [
    'numbers that are equal by chance',
    (i) => `${clock(i)} INFO ${['read', 'wrote'][i % 2]} ${number(60)} rows`,
  ],
  ['durations', (i) => `${clock(i)} INFO ${['read', 'wrote'][i % 2]} in ${number(40) + i} ms`],
  [
    'hosts that write all the time',
    (i) => `${clock(i)} INFO ${['ping', 'pong'][i % 2]} from node-${number(9)}`,
  ],
  [
    'another stamp of the time',
    (i) => `${clock(i)} ${1_775_124_000 + i} INFO ${['read', 'wrote'][i % 2]} it`,
  ],
  ['nothing at all', () => 'tick'],
];

describe('no sessions', () => {
  it.each(unlinked)('come of %s', (_, line) => {
    const lines = Array.from({ length: 500 }, (_, i) => line(i));
    expect(sessionsOf([lines]).links).toEqual([]);
  });

  it('come of an empty log', () => {
    expect(sessionsOf([[]]).count).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { LaneShape } from '../../../src/engine/lanes/lane-shape';
import type { LaneQuestion } from '../../../src/engine/lanes/lanes';
import { Session } from '../../../src/engine/session';
import { bitsOf, filterOf, include, membersOf } from '../filter/asked';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;
const pad = (number: number) => String(number).padStart(2, '0');
const clock = (i: number) =>
  `2026-04-02T${pad(10 + Math.floor(i / 3600))}:${pad(Math.floor(i / 60) % 60)}:${pad(Math.floor(i) % 60)}Z`;

type Writer = (at: number, id: string, message: string, level: string) => string;
const bracketed: Writer = (at, id, message, level) => `${clock(at)} ${level} [gate] [${id}] ${message}`;
const json: Writer = (at, id, msg, level) => JSON.stringify({ time: clock(at), level, msg, parcel: id });
const within: Writer = (at, id, message, level) => `${clock(at)} ${level} [gate] ${message} of parcel=${id}`;
/** Another word stands before the id of each step: it has no name. */
const unnamed: Writer = (at, id, message, level) => `${clock(at)} ${level} gate: ${message} ${id}`;
const short: Writer = (at, id, message, level) => unnamed(at, id.slice(2, 8), message, level);

const steps = ['was taken', 'was weighed', 'was stamped', 'was handed over'];
const idOf = (job: number) => `pq${(100_000 + job * 7919) % 1_000_003}-${(job * 31) % 97}`;
const jobs = 40;

/** Jobs of four steps, each begun while the one before is under way; the last step of job 7 fails. */
function linesOf(write: Writer): string[] {
  const lines: string[] = [];
  for (let at = 0; at < jobs + steps.length - 1; at++)
    for (const [step, message] of steps.entries()) {
      const job = at - step;
      if (job < 0 || job >= jobs) continue;
      const level = job === 7 && step === steps.length - 1 ? 'ERROR' : 'INFO';
      lines.push(write(lines.length, idOf(job), message, level));
    }
  return lines;
}

class ReadLog {
  readonly session: Session;
  private readonly texts;

  constructor(logs: readonly (readonly string[])[], baselines: readonly (readonly string[])[] = []) {
    this.session = new Session();
    const sources = [...logs, ...baselines].map((lines) => `${lines.join('\n')}\n`);
    for (const [i, text] of sources.entries()) {
      const role = i < logs.length ? 'log' : 'baseline';
      this.session.openSource({ path: 'app.log', role, referenceSeconds });
      this.session.push(new TextEncoder().encode(text));
      this.session.closeSource();
    }
    this.texts = textsOf(...sources);
  }

  analyse(): void {
    finish(this.session.analyse(this.texts));
  }

  lanes(by: 'session' | 'component', asked: Partial<LaneQuestion> = {}): LaneShape {
    const question: LaneQuestion = {
      window: { from: null, until: null, clockOffsets: [] },
      findings: { lines: new Uint32Array(0), severities: new Uint8Array(0) },
      bins: 100,
      limit: 100,
      ...asked,
    };
    const { lanes } = this.session;
    return finish(by === 'session' ? lanes.bySession(question, this.texts) : lanes.byComponent(question));
  }

  /** The lines that a lane's filter shows of `lines`, all lines being searched for its words. */
  shownBy(filter: LaneShape['lanes'][number]['filter'], lines: readonly string[]): number[] | undefined {
    if (filter === null) return undefined;
    const words = filter.kind === 'search' ? filter.pattern.text : '';
    const found = [...lines.keys()].filter((line) => lines[line].includes(words));
    const question = {
      filter: filterOf([include(filter)]),
      lines: lines.length,
      searched: [bitsOf(found, lines.length)],
      findings: [],
      bookmarkLines: [],
      noise: 0 as const,
      unfolded: [],
      unfoldedTemplates: [],
    };
    return membersOf(finish(this.session.lines.shown(question, this.texts)).lines, lines.length);
  }
}

describe.each([
  ['an id in brackets', bracketed, 'field'],
  ['a field of JSON', json, 'field'],
  ['a named value in the message', within, 'field'],
  ['an id without a name', unnamed, 'search'],
  ['an id without a name too short to be sought', short, undefined],
] as const)('lanes of sessions that share %s', (_, write, kind) => {
  const lines = linesOf(write);
  const log = new ReadLog([lines]);

  it('are one each, the one with the error first', () => {
    const { links, total, records, lookedAt, lanes, counts, bins } = log.lanes('session');
    expect(links).toMatchObject([{ sessions: jobs, records: lines.length }]);
    expect({ total, records, lookedAt }).toEqual({ total: jobs, records: 160, lookedAt: 160 });
    expect(lanes).toHaveLength(jobs);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(lines.length);
    expect(counts).toHaveLength(jobs * (bins?.count ?? 0));
    const [odd] = lanes;
    expect(idOf(7)).toContain(odd.name);
    expect(odd).toMatchObject({ link: 0, records: 4, errors: 1, findings: 0, worst: null });
  });

  it('know where they begin and end', () => {
    for (const { name, firstLine, lastLine, firstTime, lastTime } of log.lanes('session').lanes) {
      const own = [...lines.keys()].filter((line) => lines[line].includes(name));
      expect([firstLine, lastLine]).toEqual([own[0], own.at(-1)]);
      const nanoseconds = (line: number) => `${Date.parse(clock(line))}000000`;
      expect([firstTime, lastTime]).toEqual([firstLine, lastLine].map(nanoseconds));
    }
  });

  it('are shown alone by their filter', () => {
    for (const { name, filter } of log.lanes('session', { limit: 5 }).lanes) {
      const own = [...lines.keys()].filter((line) => lines[line].includes(name));
      expect(filter?.kind).toBe(kind);
      expect(log.shownBy(filter, lines)).toEqual(kind && own);
    }
  });

  it('are the same once the log was analysed', () => {
    const before = log.lanes('session');
    log.analyse();
    expect(log.lanes('session')).toEqual(before);
  });
});

describe('lanes of a session’s logs', () => {
  const lines = linesOf(json);

  it('leave baselines out', () => {
    const { links, total, records } = new ReadLog([lines.slice(0, 120)], [lines]).lanes('session');
    const sessions = new Set(lines.slice(0, 120).map((line) => JSON.parse(line).parcel)).size;
    expect({ total, records }).toEqual({ total: sessions, records: 120 });
    expect(links).toMatchObject([{ sessions, records: 120 }]);
  });

  it('are none where nothing links records', () => {
    const log = new ReadLog([Array.from({ length: 50 }, (_, i) => `${clock(i)} INFO tide is ${i % 3} high`)]);
    expect(log.lanes('session')).toMatchObject({ links: [], total: 0, lanes: [], lookedAt: 50 });
  });

  it('hold findings of their records, the worst of them first', () => {
    const findings = { lines: Uint32Array.of(0, 80), severities: Uint8Array.of(2, 0) };
    const { lanes, marks } = new ReadLog([lines]).lanes('session', { findings });
    expect(lanes.slice(0, 2).map(({ findings: count, worst }) => [count, worst])).toEqual([
      [1, 'high'],
      [1, 'low'],
    ]);
    expect(lanes[0].name).toBe(idOf(0));
    expect(marks.filter((mark) => mark >= 2)).toEqual(Uint8Array.of(4, 2));
  });

  it('within a window hold its records alone', () => {
    const nanoseconds = (line: number) => BigInt(Date.parse(clock(line))) * 1_000_000n;
    const window = { from: nanoseconds(40), until: nanoseconds(47), clockOffsets: [] };
    const { records, lookedAt, lanes } = new ReadLog([lines]).lanes('session', { window });
    expect({ records, lookedAt }).toEqual({ records: 8, lookedAt: 8 });
    expect(lanes.reduce((sum, lane) => sum + lane.records, 0)).toBe(8);
  });
});

describe('lanes of a log too large for all its records to be looked at', () => {
  const many = 130_000;
  const write = (i: number) => {
    const job = Math.floor(i / 20) * 5 + (i % 5);
    return `${clock(i / 20)} INFO [gate] [${idOf(job)}] parcel ${steps[Math.floor(i / 5) % 4]}`;
  };
  const log = new ReadLog([Array.from({ length: many }, (_, i) => write(i))]);
  log.analyse();

  it('are of stretches of it', () => {
    const { records, lookedAt, links } = log.lanes('session');
    expect(records).toBe(many);
    expect(lookedAt).toBeLessThan(many / 2);
    expect(links[0].records).toBe(lookedAt);
  });

  it('are of all records in a window, wherever it lies', () => {
    for (const second of [0, 3, 2777, 6499]) {
      const from = BigInt(Date.parse(clock(second))) * 1_000_000n;
      const window = { from, until: from + 1_999_999_999n, clockOffsets: [] };
      const { records, lookedAt, lanes } = log.lanes('session', { window });
      expect(lookedAt).toBe(records);
      expect(lanes.length).toBe(records / 4);
      expect(lanes.map((lane) => lane.records)).toEqual(lanes.map(() => 4));
    }
  });

  it('hold the sessions of its worst findings, wherever they lie', () => {
    const lines = [61_234, 7_777, 99_999];
    const findings = { lines: Uint32Array.from(lines), severities: Uint8Array.of(3, 2, 1) };
    const { lanes, records, lookedAt } = log.lanes('session', { findings });
    expect(lookedAt).toBeLessThan(records / 2);
    expect(lanes.slice(0, 4).map((lane) => [lane.worst, lane.findings, lane.records])).toEqual([
      ['critical', 1, 4],
      ['high', 1, 4],
      ['medium', 1, 4],
      [null, 0, 4],
    ]);
    for (const [place, line] of lines.entries()) expect(write(line)).toContain(lanes[place].name);
  });

  it('are none in a window without records', () => {
    const window = { from: 1n, until: 2n, clockOffsets: [] };
    expect(log.lanes('session', { window })).toMatchObject({ records: 0, lookedAt: 0, lanes: [] });
  });
});

describe('lanes of components', () => {
  const write = (at: number, service: string) =>
    JSON.stringify({ time: clock(at), level: 'info', msg: 'lamp was lit', service });

  it('are shown alone by their filter', () => {
    const lines = Array.from({ length: 60 }, (_, i) => write(i, `quay-${i % 3}`));
    const log = new ReadLog([lines]);
    const { lanes } = log.lanes('component');
    expect(lanes.map(({ name }) => name)).toEqual(['quay-0', 'quay-1', 'quay-2']);
    for (const { name, filter } of lanes)
      expect(log.shownBy(filter, lines)).toEqual(
        [...lines.keys()].filter((line) => lines[line].includes(name)),
      );
  });

  it('are called by what may safely be shown', () => {
    const names = ['\u202egnol', 'שלום', '</script>', 'a"b\\c'];
    const lines = Array.from({ length: 40 }, (_, i) => write(i, names[i % names.length]));
    const log = new ReadLog([lines]);
    const { lanes } = log.lanes('component');
    expect(lanes.map(({ name }) => name)).toEqual(['gnol', 'שלום', '</script>', 'a\\"b\\\\c']);
    for (const [i, { filter }] of lanes.entries())
      expect(log.shownBy(filter, lines)).toEqual([...lines.keys()].filter((line) => line % 4 === i));
  });
});

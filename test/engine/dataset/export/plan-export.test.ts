import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedSequence } from '../../../../src/engine/dataset/export/export-sequences';
import type { ExportSettings } from '../../../../src/engine/dataset/export/export-settings';
import type { LabelledLines } from '../../../../src/engine/dataset/export/record-marks';
import { usualShares } from '../../../../src/engine/dataset/split/split';
import type { LineNumber, SourceIndex } from '../../../../src/engine/model/units';
import type { SourceTexts } from '../../../../src/engine/records/source-texts';
import { Session } from '../../../../src/engine/session';
import { ended } from './ended';

const encoder = new TextEncoder();
const usual: ExportSettings = {
  unit: { kind: 'windows', least: 6, most: 15 },
  shares: usualShares,
  balances: false,
  labelledOnly: false,
  splitBy: 'random',
  seed: 1,
};

/** Requests that lie among each other; each fifth is refused. `tail`: what ends the second line of each. */
function requests(count: number, tail: (request: number) => string = () => ''): string {
  const lines = Array.from({ length: count * 4 }, (_, i) => {
    const request = Math.floor(i / 8) * 2 + (i % 2);
    const step = Math.floor((i % 8) / 2);
    const words = [
      'request accepted',
      `${request % 3 === 0 ? 'cart' : 'stock'} read${tail(request)}`,
      request % 5 === 0 ? 'card refused' : 'card charged',
      'request answered',
    ];
    const time = new Date(Date.UTC(2026, 4, 2) + i * 1000).toISOString();
    return `${time} INFO [shop] req=r${1000 + request} ${words[step]}`;
  });
  return `${lines.join('\n')}\n`;
}

function exported(...wanted: Parameters<typeof planned>): readonly PlacedSequence[] {
  const { session, plan, texts } = planned(...wanted);
  return [...session.dataset.sequences(plan, texts, ({ pattern }) => pattern)];
}

function planned(
  text: string,
  settings: Partial<ExportSettings>,
  lines: readonly Omit<LabelledLines, 'category' | 'note'>[] = [],
) {
  const bytes = encoder.encode(text);
  const texts: SourceTexts = {
    read: (_, start, end) => bytes.subarray(start, Math.min(end, start + 65_536)),
  };
  const session = new Session();
  session.openSource({ path: '/logs/shop.log', role: 'log', referenceSeconds: 0 });
  session.push(bytes);
  session.closeSource();
  const analysis = ended(session.analyse(texts));
  const labels = {
    lines: lines.map((line) => ({ ...line, category: 'payment', note: null })),
    calledNormal: [],
    takesFindings: false,
  };
  const plan = ended(session.dataset.plan({ ...usual, ...settings }, labels, analysis));
  expect(plan.leaks).toBe(0);
  return { session, plan, texts };
}

const label = (line: number, endLine = line, isAbnormal = true) => ({
  line: line as LineNumber,
  endLine: endLine as LineNumber,
  isAbnormal,
});

describe('windows', () => {
  test('have 6 to 15 records that follow each other', () => {
    for (const { sequence } of exported(requests(200), {})) {
      const lines = sequence.records.map((record) => record.line);
      expect(lines.length).toBeGreaterThanOrEqual(6);
      expect(lines.length).toBeLessThanOrEqual(15);
      expect(lines).toEqual(lines.map((_, i) => lines[0] + i));
      expect(sequence.id).toBe(`shop.log:${lines[0]}-${lines[lines.length - 1]}`);
    }
  });

  test('hold the lines as they stand in the log', () => {
    const text = requests(100);
    const lines = text.split('\n');
    for (const { sequence } of exported(text, {}))
      for (const record of sequence.records) expect(record.text).toBe(lines[record.line - 1]);
  });

  test('a log shorter than a window is one', () => {
    expect(exported(requests(1), {}).map(({ sequence }) => sequence.records.length)).toEqual([4]);
  });

  test('the seed alone decides', () => {
    const ids = (seed: number) => exported(requests(120), { seed }).map(({ sequence }) => sequence.id);
    expect(ids(4)).toEqual(ids(4));
    expect(ids(4)).not.toEqual(ids(5));
  });
});

describe('sessions', () => {
  test('are whole, and no session stands twice', () => {
    const all = exported(requests(200), { unit: { kind: 'sessions' } });
    const sessions = all.map(({ sequence }) => sequence.session);
    expect(sessions.length).toBeGreaterThan(1);
    expect(new Set(sessions).size).toBe(sessions.length);
    for (const { sequence } of all) {
      expect(sequence.records).toHaveLength(4);
      for (const { text } of sequence.records) expect(text).toContain(String(sequence.session));
    }
  });
});

describe('of a log that is judged by a part of its values', () => {
  const count = 16_000;
  const { session, plan } = planned(requests(count), { unit: { kind: 'sessions' } });

  test('all sessions are taken, each with all its records', () => {
    expect(plan.cuts.count).toBe(count);
    const lengths = Array.from({ length: count }, (_, at) => plan.cuts.recordsOf(at).length);
    expect(new Set(lengths)).toEqual(new Set([4]));
    expect(plan.sessions.lookedAt.records).toHaveLength(count * 4);
  });

  test('a label on a session speaks of all of its shape', () => {
    const [subject] = ended(session.labels.sessionSubjects(['r1001']));
    const choices = ended(session.labels.choicesOf(0 as SourceIndex, 2 as LineNumber));
    expect(choices?.session?.subject).toEqual(subject);
    // Neither a third one, whose cart is read, nor a fifth, whose card is refused.
    const alike = Array.from({ length: count }, (_, request) => request % 3 > 0 && request % 5 > 0);
    expect(choices?.session?.sessions).toBe(alike.filter(Boolean).length);
  });
});

describe('labels', () => {
  interface Case {
    readonly says: string;
    readonly labels: readonly ReturnType<typeof label>[];
    readonly anomalous: readonly number[];
  }
  const cases: readonly Case[] = [
    { says: 'nobody said anything: normal', labels: [], anomalous: [] },
    { says: 'one line makes its window anomalous', labels: [label(5)], anomalous: [0] },
    { says: 'a range makes all its windows anomalous', labels: [label(9, 22)], anomalous: [0, 1, 2] },
    { says: 'anomalous goes before normal', labels: [label(5), label(1, 10, false)], anomalous: [0] },
  ];
  const unlike = Array.from(
    { length: 30 },
    (_, i) => `began${' and went on'.repeat(i)}
`,
  ).join('');

  test.each(cases)('$says', ({ labels, anomalous }) => {
    const all = exported(unlike, { unit: { kind: 'windows', least: 10, most: 10 } }, labels);
    const found = all.flatMap(({ sequence }) =>
      sequence.label === 'anomalous' ? [(sequence.records[0].line - 1) / 10] : [],
    );
    expect(found).toEqual(anomalous);
    for (const { sequence } of all)
      expect(sequence.category).toBe(sequence.label === 'anomalous' ? 'payment' : null);
  });
});

test('no session stands in two splits, whatever the log', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 120 }), fc.integer({ min: 1, max: 9 }), (count, seed) => {
      const splits = new Map<string, Set<string>>();
      for (const { split, sequence } of exported(requests(count), { seed })) {
        for (const { text } of sequence.records) {
          const id = /req=(\w+)/.exec(text)?.[1] ?? '';
          splits.set(id, (splits.get(id) ?? new Set()).add(split));
        }
      }
      expect([...splits.values()].filter(({ size }) => size > 1)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

describe('by time', () => {
  const times = (all: readonly PlacedSequence[], split: string) =>
    all.flatMap((one) => (one.split === split ? one.sequence.records.map(({ time }) => Number(time)) : []));

  test.each(['windows', 'sessions'] as const)(
    'train ends before validation, that before test: %s',
    (kind) => {
      const unit = kind === 'windows' ? usual.unit : ({ kind } as const);
      // Near duplicates are left out before: each request has a line of so many words that no other has.
      const text = requests(100, (request) => ' again'.repeat(request));
      const all = exported(text, { unit, splitBy: 'time' });
      const [train, validation, test] = ['train', 'validation', 'test'].map((split) => times(all, split));
      for (const part of [train, validation, test]) expect(part.length).toBeGreaterThan(0);
      expect(Math.max(...train)).toBeLessThanOrEqual(Math.min(...validation));
      expect(Math.max(...validation)).toBeLessThanOrEqual(Math.min(...test));
      const splits = new Map<string, string>();
      for (const { split, sequence } of all)
        for (const record of sequence.records) {
          const id = /req=(\w+)/.exec(record.text)?.[1] ?? '';
          expect(splits.get(id) ?? split).toBe(split);
          splits.set(id, split);
        }
    },
  );

  test('goes by the order of the log where there are no times', () => {
    const text = Array.from({ length: 200 }, (_, i) => `began${' and went on'.repeat(i)}\n`).join('');
    const all = exported(text, { splitBy: 'time' });
    const lines = (split: string) =>
      all.flatMap((one) => (one.split === split ? one.sequence.records.map(({ line }) => line) : []));
    expect(lines('test').length).toBeGreaterThan(0);
    expect(Math.max(...lines('train'))).toBeLessThan(Math.min(...lines('validation')));
    expect(Math.max(...lines('validation'))).toBeLessThan(Math.min(...lines('test')));
  });
});

test('no half of a secret is left where a record is cut', () => {
  const stamp = '2026-05-02T00:00:00Z INFO [shop] ';
  const address = 'ann.example@mail.example.com';
  for (const before of [65_220, 65_230, 65_240, 65_515, 65_525, 65_530]) {
    const line = `${stamp}${'x '.repeat(40_000).slice(0, before - stamp.length)} ${address} left\n`;
    const records = exported(line.repeat(6), {}).flatMap(({ sequence }) => sequence.records);
    expect(records.length).toBeGreaterThan(0);
    for (const { text } of records) {
      expect(text.length).toBeGreaterThan(60_000);
      expect(text.replace(address, '')).not.toMatch(/ann\.|ample/);
    }
  }
});

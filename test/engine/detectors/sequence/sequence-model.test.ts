import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/engine/model/seeded-random';
import { learned } from './learned';

/** An order that is paid: opened, items, reserved, charged, shipped, closed. Two things go on at once. */
const [opened, item, reserved, charged, retried, shipped, closed, refunded] = [1, 2, 3, 4, 5, 6, 7, 8];

function orders(count: number, seed = 1): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const items = Array.from({ length: 1 + Math.floor(random() * 4) }, () => item);
    const retries = random() < 0.2 ? [retried] : [];
    const payment = random() < 0.5 ? [reserved, ...retries, charged] : [...retries, charged, reserved];
    return [opened, ...items, ...payment, shipped, closed];
  });
}

const model = learned(orders(600));
const usual = [opened, item, item, reserved, charged, shipped, closed];

function strongestOf(sequence: readonly number[]) {
  const { score, oddities } = model.judge(sequence, false);
  return { isOdd: score > 0.5, ...oddities[0] };
}

describe('a sequence is odd', () => {
  it.each([
    [
      'with an event nobody saw',
      [opened, item, reserved, charged, refunded, shipped, closed],
      { kind: 'unknown-event', event: refunded, position: 4, count: 1, usual: 0, alike: 0 },
    ],
    [
      'without an event all others have',
      [opened, item, reserved, shipped, closed],
      { kind: 'missing-event', event: charged, position: 5, count: 0, usual: 1, alike: 0 },
    ],
    [
      'with an event more often than any',
      [opened, item, reserved, charged, charged, charged, shipped, closed],
      { kind: 'more-often', event: charged, position: 4, count: 3, usual: 1, alike: 0 },
    ],
    [
      'with known events in an order nobody saw',
      [opened, item, item, reserved, charged, closed, shipped],
      { kind: 'unknown-step', event: closed, after: charged, position: 5, usual: shipped, alike: 0 },
    ],
  ])('%s', (_, sequence, expected) => {
    expect(strongestOf(sequence)).toMatchObject({ isOdd: true, ...expected });
  });

  it.each([
    ['as most are', usual],
    ['as some are', [opened, item, item, item, item, retried, charged, reserved, shipped, closed]],
  ])('not %s', (_, sequence) => {
    expect(model.judge(sequence, false).score).toBeLessThan(0.5);
  });

  it('and one more item than any other order has is nothing: their number varies', () => {
    const many = [opened, item, item, item, item, item, item, reserved, charged, shipped, closed];
    const oftener = [
      ...Array.from({ length: 30 }, () => [
        opened,
        ...Array(8).fill(item),
        reserved,
        charged,
        shipped,
        closed,
      ]),
    ];
    const varied = learned([...orders(600), ...oftener]);
    expect(varied.judge(many, false).score).toBeLessThan(0.5);
  });
});

describe('evidence', () => {
  it('is bounded by what was seen: unknown among 3 is no more than doubtful, among 600 it is sure', () => {
    const stranger = [opened, item, reserved, charged, refunded, shipped, closed];
    const few = learned(orders(3)).judge(stranger, false);
    expect(few.oddities.every(({ surprise }) => surprise <= Math.log(8))).toBe(true);
    expect(model.judge(stranger, false).oddities[0].surprise).toBeCloseTo(Math.log(601 / 0.5));
  });

  it('of what always comes together is told once', () => {
    const [fault, dump, restart] = [20, 21, 22];
    const withFaults = learned([
      ...orders(600),
      ...orders(5, 2).map((order) => [...order, fault, dump, restart]),
    ]);
    const { oddities } = withFaults.judge([...usual, item, item, item, item, fault, dump, restart], false);
    const told = oddities.filter((odd) => odd.event !== null && odd.event >= fault);
    expect(told.filter(({ kind }) => kind === 'more-often')).toHaveLength(1);
  });
});

describe('a log compared with itself', () => {
  const odd = [opened, item, reserved, charged, refunded, shipped, closed];

  it('shows the one sequence that is unlike all others, which is not compared with itself', () => {
    const mixed = learned([...orders(300), odd], 'mixed');
    expect(mixed.judge(odd, true).score).toBeGreaterThan(0.5);
    expect(mixed.judge(odd, false).score).toBeLessThan(0.5);
  });

  it('does not show what many sequences share', () => {
    const mixed = learned([...orders(300), ...Array(20).fill(odd)], 'mixed');
    expect(mixed.judge(odd, true).score).toBeLessThan(0.5);
  });
});

describe('whatever the sequences', () => {
  const sequences = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), { maxLength: 30 });

  it('scores are within 0 and 1, oddities point into the sequence, and the same again gives the same', () => {
    fc.assert(
      fc.property(sequences, sequences, (training, test) => {
        const [one, other] = [learned(training), learned(training)];
        for (const sequence of test) {
          const judgement = one.judge(sequence, false);
          expect(judgement.score).toBeGreaterThanOrEqual(0);
          expect(judgement.score).toBeLessThanOrEqual(1);
          for (const { position, compared, alike } of judgement.oddities) {
            expect(position).toBeGreaterThanOrEqual(0);
            expect(position).toBeLessThanOrEqual(sequence.length);
            expect(alike).toBeLessThanOrEqual(compared);
          }
          expect(other.judge(sequence, false)).toEqual(judgement);
        }
      }),
    );
  });

  it('the order in which they are learned changes no score', () => {
    fc.assert(
      fc.property(sequences, (training) => {
        const [one, other] = [learned(training), learned(training.toReversed())];
        for (const sequence of training)
          expect(other.judge(sequence, true).score).toBeCloseTo(one.judge(sequence, true).score, 9);
      }),
    );
  });

  it('counts of a learned sequence are normal, but for those with none like them', () => {
    fc.assert(
      fc.property(sequences, (training) => {
        const twice = learned([...training, ...training.map((sequence) => sequence.toReversed())]);
        for (const sequence of training) {
          const kinds = twice.judge(sequence, true).oddities.map(({ kind }) => kind);
          expect(kinds.filter((kind) => kind !== 'unknown-step' && kind !== 'early-end')).toEqual([]);
        }
      }),
    );
  });
});

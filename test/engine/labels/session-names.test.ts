import { expect, test } from 'vitest';
import { finish } from '../log-builder';
import { analysed, opened } from './depot-log';

const steps = ['basket opened', 'card accepted', 'parcel packed', 'courier called'];

/** Sixty orders, of which number 13 goes another way; `id` as it stands in the lines. */
function shapesOf(id: (order: number) => string, names: readonly string[]): (string | undefined)[] {
  const lines = Array.from({ length: 60 }, (_, order) =>
    (order === 13 ? [steps[0], 'card refused', steps[0], 'card refused'] : steps).map((step, at) => {
      const time = new Date(Date.UTC(2026, 2, 14, 9, 0, order * 4 + at)).toISOString();
      return `${time} INFO shop: ${step} for ${id(order)}\n`;
    }),
  );
  const log = opened([lines.flat().join('')]);
  analysed(log);
  return finish(log.session.labels.sessionSubjects(names)).map((subject) => subject?.shape);
}

const cases: readonly {
  readonly title: string;
  readonly id: (order: number) => string;
  readonly ofThirteen: readonly string[];
  readonly ofTwenty: readonly string[];
  readonly ofNone: readonly string[];
}[] = [
  {
    title: 'a number behind letters',
    id: (order) => `job_${order}8812`,
    ofThirteen: ['job_138812', '138812'],
    ofTwenty: ['job_208812', '208812'],
    ofNone: ['ob_138812', 'task_138812', 'job_-138812', 'job_13881', 'job_', ''],
  },
  {
    title: 'a number below zero',
    id: (order) => `job_${order % 2 === 1 ? '-' : ''}${order}8812`,
    ofThirteen: ['job_-138812', '-138812'],
    ofTwenty: ['job_208812'],
    ofNone: ['job_138812', 'job_-208812', '138812'],
  },
  {
    title: 'a number behind a name and a sign',
    id: (order) => `[ord-${order}77]`,
    ofThirteen: ['ord-1377', '1377', '[ord-1377'],
    ofTwenty: ['ord-2077'],
    ofNone: ['rd-1377', 'parcel packed for ord-1377'],
  },
  {
    title: 'a word',
    id: (order) => `req-${(order * 40_503_001 + 2_810_000_123).toString(16)}`,
    ofThirteen: [`req-${(13 * 40_503_001 + 2_810_000_123).toString(16)}`],
    ofTwenty: [`req-${(20 * 40_503_001 + 2_810_000_123).toString(16)}`],
    ofNone: [(13 * 40_503_001 + 2_810_000_123).toString(16)],
  },
];

test.each(cases)('a session is found as people write it: $title', ({ id, ofThirteen, ofTwenty, ofNone }) => {
  const found = shapesOf(id, [...ofThirteen, ...ofTwenty, ...ofNone]);
  const [odd, usual] = [found[0], found[ofThirteen.length]];
  expect([odd, usual]).toEqual([expect.any(String), expect.any(String)]);
  expect(odd).not.toBe(usual);
  expect(found).toEqual([
    ...ofThirteen.map(() => odd),
    ...ofTwenty.map(() => usual),
    ...ofNone.map(() => undefined),
  ]);
});

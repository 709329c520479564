import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withSecondTry } from '../../scripts/second-try.mjs';
import type { Report } from '../../scripts/vitest-report.mjs';

const failed = (file: string, test = 'it') => ({ file, text: `${file}: ${test}` });
const races = (...names: string[]) => names.map((name) => failed(name));

describe('what failed is tried once more', () => {
  let asked: (readonly string[])[];
  const printed = vi.fn();

  beforeEach(() => {
    asked = [];
    printed.mockReset();
    vi.spyOn(console, 'log').mockImplementation(printed);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** The reports of the runs, one after the other. */
  const tried = (...reports: Report[]) =>
    withSecondTry(async (files) => {
      asked.push(files);
      return reports[asked.length - 1] as Report;
    });

  const cases: readonly {
    readonly what: string;
    readonly reports: readonly Report[];
    readonly ends: Report;
    readonly asked: readonly (readonly string[])[];
  }[] = [
    {
      what: 'nothing: there is no second run',
      reports: [{ passed: 9, failures: [] }],
      ends: { passed: 9, failures: [] },
      asked: [[]],
    },
    {
      what: 'a race: it passes alone',
      reports: [
        { passed: 8, failures: races('a') },
        { passed: 3, failures: [] },
      ],
      ends: { passed: 9, failures: [] },
      asked: [[], ['a']],
    },
    {
      what: 'a fault: it fails again',
      reports: [
        { passed: 8, failures: races('a') },
        { passed: 2, failures: races('a') },
      ],
      ends: { passed: 8, failures: races('a') },
      asked: [[], ['a']],
    },
    {
      what: 'one of each, in two files',
      reports: [
        { passed: 7, failures: [failed('a', 'race'), failed('b', 'fault')] },
        { passed: 3, failures: [failed('b', 'fault')] },
      ],
      ends: { passed: 8, failures: [failed('b', 'fault')] },
      asked: [[], ['a', 'b']],
    },
    {
      what: 'two tests of one file: the file runs once',
      reports: [
        { passed: 7, failures: [failed('a', 'one'), failed('a', 'two')] },
        { passed: 5, failures: [] },
      ],
      ends: { passed: 9, failures: [] },
      asked: [[], ['a']],
    },
    {
      what: 'too much for a race',
      reports: [{ passed: 5, failures: races('a', 'b', 'c', 'd') }],
      ends: { passed: 5, failures: races('a', 'b', 'c', 'd') },
      asked: [[]],
    },
    {
      what: 'something outside every test',
      reports: [{ passed: 9, failures: races('') }],
      ends: { passed: 9, failures: races('') },
      asked: [[]],
    },
    {
      what: 'the second run itself, which says so',
      reports: [
        { passed: 8, failures: races('a') },
        { passed: 0, failures: races('') },
      ],
      ends: { passed: 8, failures: races('') },
      asked: [[], ['a']],
    },
  ];

  test.each(cases)('$what', async ({ reports, ends, asked: expected }) => {
    expect(await tried(...reports)).toEqual(ends);
    expect(asked).toEqual(expected);
  });

  test('and is told with its reason, whatever comes of it', async () => {
    await tried({ passed: 8, failures: races('a') }, { passed: 9, failures: [] });
    expect(printed.mock.calls.flat()).toEqual(['  AGAIN a: it']);
  });
});

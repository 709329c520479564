import { expect, it } from 'vitest';
import { type FuzzEvent, runFuzz } from '../../scripts/fuzz/run-fuzz.mjs';
import { targetTable } from './targets/target-table';

/** Always the same, so that what fails here fails again; `npm run fuzz` takes another each time. */
const seed = 20_261_121;
const seconds = 20;

it(`nothing fails, hangs or grows in ${seconds} s of logs nobody should write, from seed ${seed}`, async () => {
  const events: FuzzEvent[] = [];
  for await (const event of runFuzz({ seed, seconds })) events.push(event);
  expect(events.filter(({ failed }) => failed)).toEqual([]);
  expect(events.flatMap(({ passed }) => passed ?? [])).toEqual(targetTable.map(({ name }) => name));
  expect(events.every(({ runs = 1 }) => runs > 0)).toBe(true);
}, 120_000);

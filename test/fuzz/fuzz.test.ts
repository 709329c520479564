import { expect, it } from 'vitest';
import { type FuzzEvent, runFuzz } from '../../scripts/fuzz/run-fuzz.mjs';
import { targetTable } from './targets/target-table';

/** Always the same, so that what fails here fails again; `npm run fuzz` takes another each time. */
const seed = 20_261_121;
/** Of each target. Counted, not timed: what is tried of a commit must not depend on how fast the machine is. */
const runs = 15;

it(`nothing fails, hangs or grows in ${runs} logs nobody should write for each target, from seed ${seed}`, async () => {
  const events: FuzzEvent[] = [];
  for await (const event of runFuzz({ seed, runs })) events.push(event);
  expect(events.filter(({ failed }) => failed)).toEqual([]);
  expect(events.filter(({ passed }) => passed)).toEqual(
    targetTable.map(({ name }) => ({ passed: name, runs })),
  );
});

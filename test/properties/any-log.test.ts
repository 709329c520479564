import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { claimTable } from './claims/claim-table';
import { anyLog } from './random-log';

/** A few seconds in all; the fuzzer (`npm run fuzz`) holds the engine to these claims for longer. */
describe('any log', () => {
  test.each(claimTable)('$name', ({ holds, costly }) => {
    fc.assert(fc.property(anyLog, holds), { numRuns: costly ? 5 : 40 });
  });
});

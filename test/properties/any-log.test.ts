import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { claimTable } from './claims/claim-table';
import { anyLog } from './random-log';

/** A few seconds for all claims; the fuzzer (`npm run fuzz`) holds the engine to them for longer. */
const numRuns = 40;

describe('any log', () => {
  test.each(claimTable)('$name', ({ holds }) => {
    fc.assert(fc.property(anyLog, holds), { numRuns });
  });
});

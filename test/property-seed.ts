import * as fc from 'fast-check';

/**
 * Properties draw anew in every run here, so that each run looks further; what CI says of a commit must not depend on the draw. A
 * counterexample prints its seed.
 */
if (process.env.CI === 'true') fc.configureGlobal({ seed: 20_261_121 });

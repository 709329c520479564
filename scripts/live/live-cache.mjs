import os from 'node:os';
import path from 'node:path';

/**
 * A folder for what is costly to get (a compiled server, downloaded packages), outside the checkout, so that it outlives `git clean`
 * and serves every checkout. `ODDLINE_LIVE_CACHE` names another.
 * @param {string} name with its version: what is in there never changes
 */
export const liveCache = (name) =>
  path.join(process.env.ODDLINE_LIVE_CACHE ?? path.join(os.homedir(), '.cache/oddline-live'), name);

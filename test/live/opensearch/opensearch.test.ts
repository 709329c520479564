import { afterAll, beforeAll } from 'vitest';
import { describeLive } from '../live-server';
import { logTests } from './as-a-log';
import { faultTests } from './faults';
import { fetchingTests } from './fetching';
import { type LiveServer, liveServer, missing } from './live-index';
import { questionTests } from './questions';
import { tailingTests } from './tailing';

/** One server for all: it takes longer to start than most of what it is asked. */
describeLive('OpenSearch', missing, () => {
  let server: LiveServer;
  beforeAll(async () => {
    server = await liveServer();
  });
  afterAll(() => server?.end());

  fetchingTests(() => server);
  questionTests(() => server);
  logTests(() => server);
  tailingTests(() => server);
  faultTests(() => server);
});

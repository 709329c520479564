import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { endRequested } from '../child-process.mjs';
import { runMain } from '../progress.mjs';
import { installOpenSearch } from './build-opensearch.mjs';
import { freePorts } from './free-ports.mjs';
import { startKept } from './kept-process.mjs';
import { startServer } from './kept-server.mjs';

const usage = `node scripts/live/opensearch.mjs
  Starts a real OpenSearch on loopback, empty, prints its address, and ends it with Ctrl-C.
  --build   only makes sure that there is one (from Maven packages into ~/.cache/oddline-live)`;

const READY_MS = 180_000;
const javaOptions = ['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-Dlog4j2.disable.jmx=true'];

/**
 * An OpenSearch of one test. What was indexed survives `kill` and `start`, as it does in its translog.
 * @typedef {import('./kept-server.mjs').LiveServer} LiveOpenSearch
 */

/** @returns {Promise<LiveOpenSearch>} */
export async function startOpenSearch() {
  const classPath = await installOpenSearch();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oddline-opensearch-'));
  mkdirSync(path.join(folder, 'config'));
  const ports = await freePorts(2);
  const logFile = path.join(folder, 'opensearch.log');
  const url = `http://127.0.0.1:${ports[0]}`;
  const args = [...javaOptions, '-cp', classPath, 'LiveNode', folder, ...ports.map(String)];
  const launch = () => startKept('java', args, { logFile, cwd: folder });
  // Shards come back a moment after HTTP does.
  const readyAddress = `${url}/_cluster/health?wait_for_status=yellow&wait_for_no_initializing_shards=true&timeout=1s`;
  return startServer({
    folder,
    url,
    logFile,
    readyAddress,
    limitMs: READY_MS,
    launch,
  });
}

async function main() {
  const { values } = parseArgs({ options: { build: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(usage);
  if (values.build) return console.log(await installOpenSearch());
  const asked = endRequested();
  const server = await startOpenSearch();
  console.log(`OpenSearch: ${server.url}\nlog:        ${server.logFile}\nCtrl-C ends it.`);
  await asked;
  await server.end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(main);

import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { endRequested } from '../child-process.mjs';
import { runMain } from '../progress.mjs';
import { installLoki } from './build-loki.mjs';
import { freePorts } from './free-ports.mjs';
import { startKept } from './kept-process.mjs';
import { startServer } from './kept-server.mjs';
import { lokiConfig } from './loki-config.mjs';

const usage = `node scripts/live/loki.mjs [--auth]
  Starts a real Loki on loopback, empty, prints its address, and ends it with Ctrl-C.
  --auth    with tenants: every request needs X-Scope-OrgID
  --build   only makes sure that there is a Loki (built from its Go module into ~/.cache/oddline-live)`;

const READY_MS = 180_000;

/**
 * A Loki of one test. What was pushed survives `kill` and `start`, as it does in its write-ahead log.
 * @typedef {import('./kept-server.mjs').LiveServer} LiveLoki
 */

/** @param {import('./loki-config.mjs').LokiOptions} [options] @returns {Promise<LiveLoki>} */
export async function startLoki(options = {}) {
  const binary = await installLoki();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oddline-loki-'));
  const [http = 0, grpc = 0] = await freePorts(2);
  const config = path.join(folder, 'loki.yaml');
  const logFile = path.join(folder, 'loki.log');
  writeFileSync(config, lokiConfig({ folder, http, grpc, options }));
  const url = `http://127.0.0.1:${http}`;
  const launch = () => startKept(binary, [`-config.file=${config}`], { logFile, cwd: folder });
  return startServer({
    folder,
    url,
    logFile,
    readyAddress: `${url}/ready`,
    limitMs: READY_MS,
    launch,
  });
}

async function main() {
  const { values } = parseArgs({
    options: { auth: { type: 'boolean' }, build: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(usage);
  if (values.build) return console.log(await installLoki());
  const asked = endRequested();
  const loki = await startLoki({ auth: values.auth ?? false });
  console.log(`Loki: ${loki.url}\nlog:  ${loki.logFile}\nCtrl-C ends it.`);
  await asked;
  await loki.end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(main);

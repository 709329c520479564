import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { endRequested } from '../child-process.mjs';
import { runMain } from '../progress.mjs';
import { installPrometheus } from './build-prometheus.mjs';
import { freePorts } from './free-ports.mjs';
import { startKept } from './kept-process.mjs';
import { startServer } from './kept-server.mjs';

const usage = `node scripts/live/prometheus.mjs
  Starts a real Prometheus on loopback, empty, prints its address, and ends it with Ctrl-C. It takes metrics by OTLP.
  --build   only makes sure that there is a Prometheus (built from its Go module into ~/.cache/oddline-live)`;

const READY_MS = 180_000;

/** What comes may be a day old. JSON is YAML. */
const config = JSON.stringify({
  storage: { tsdb: { out_of_order_time_window: '24h' } },
  otlp: { translation_strategy: 'NoTranslation' },
});

/**
 * A Prometheus of one test.
 * @returns {Promise<import('./kept-server.mjs').LiveServer>}
 */
export async function startPrometheus() {
  const binary = await installPrometheus();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oddline-prometheus-'));
  const [port = 0] = await freePorts(1);
  const logFile = path.join(folder, 'prometheus.log');
  const configFile = path.join(folder, 'prometheus.yaml');
  writeFileSync(configFile, config);
  const url = `http://127.0.0.1:${port}`;
  const words = [
    `--config.file=${configFile}`,
    `--web.listen-address=127.0.0.1:${port}`,
    `--storage.tsdb.path=${folder}/data`,
    '--web.enable-otlp-receiver',
    '--log.level=warn',
  ];
  const launch = () => startKept(binary, words, { logFile, cwd: folder });
  return startServer({ folder, url, logFile, readyAddress: `${url}/-/ready`, limitMs: READY_MS, launch });
}

async function main() {
  const { values } = parseArgs({ options: { build: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(usage);
  if (values.build) return console.log(await installPrometheus());
  const asked = endRequested();
  const prometheus = await startPrometheus();
  console.log(`Prometheus: ${prometheus.url}\nlog:        ${prometheus.logFile}\nCtrl-C ends it.`);
  await asked;
  await prometheus.end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(main);

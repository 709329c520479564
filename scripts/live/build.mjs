import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { runMain } from '../progress.mjs';
import { installLoki, lokiMissing } from './build-loki.mjs';
import { installOpenSearch, openSearchMissing } from './build-opensearch.mjs';
import { installPrometheus, prometheusMissing } from './build-prometheus.mjs';
import { installPythonPackages, pythonMissing } from './python-packages.mjs';

/** Makes the servers that can be had here, and what Python loads exports with, so that no test waits for one. */
export async function buildLiveServers() {
  if (openSearchMissing() === null && !process.env.ELASTIC_URL) await installOpenSearch();
  if (lokiMissing() === null) await installLoki();
  // Behind Loki, which compiles most of it.
  if (prometheusMissing() === null) await installPrometheus();
  if (pythonMissing() === null) await installPythonPackages();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Behind what runs meanwhile.
  os.setPriority(os.constants.priority.PRIORITY_LOW);
  await runMain(buildLiveServers);
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { findCommand } from '../find-command.mjs';
import { builtOnce } from './built-once.mjs';
import { liveCache } from './live-cache.mjs';
import { compileOfLoki, lokiVersion } from './loki-module.mjs';

const folder = liveCache(`loki-${lokiVersion}`);
const binary = path.join(folder, 'loki');

/**
 * Why there is no Loki for the tests here; null where there is one, or one can be built.
 * @returns {string | null}
 */
export function lokiMissing() {
  const { LOKI_BIN } = process.env;
  if (!LOKI_BIN && (existsSync(binary) || findCommand('go'))) return null;
  if (!LOKI_BIN) return 'Loki is built from its Go module: install Go 1.26, or set LOKI_BIN or LOKI_URL';
  return existsSync(LOKI_BIN) ? null : `LOKI_BIN: there is no ${LOKI_BIN}`;
}

/** @param {string} work */
const compile = (work) =>
  compileOfLoki(work, {
    name: 'loki',
    command: 'github.com/grafana/loki/v3/cmd/loki',
    linked: `-X github.com/grafana/loki/v3/pkg/util/build.Version=${lokiVersion}`,
  });

/** The path of a Loki: LOKI_BIN, the one built before, or one built now (4 to 5 minutes on two cores). */
export async function installLoki() {
  const given = process.env.LOKI_BIN;
  if (given) return given;
  await builtOnce(folder, `Build Loki ${lokiVersion} from its Go module`, compile);
  return binary;
}

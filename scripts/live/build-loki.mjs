import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { run } from '../child-process.mjs';
import { findCommand } from '../find-command.mjs';
import { builtOnce } from './built-once.mjs';
import { liveCache } from './live-cache.mjs';

export const lokiVersion = '3.7.8';
const lokiModule = 'github.com/grafana/loki/v3';
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

// What a person set for projects of their own would change this one. Without cgo no C compiler is needed.
const goEnvironment = { ...process.env, GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0' };

/**
 * A module of our own that requires Loki's with its very versions: `replace` counts in the main module alone, so Loki's go.mod is
 * taken over. Its one replacement by a folder is of a module that is published as well.
 * @param {string} goMod
 */
const ownGoMod = (goMod) =>
  `${goMod
    .replace(/^module .*$/m, 'module oddline.test/loki')
    .replace(/^replace \S+ => \.\/.*$/gm, '')}\nrequire ${lokiModule} v${lokiVersion}\n`;

/** Leaves the binary alone: sources and what was compiled stand in Go's own caches. @param {string} work */
async function compile(work) {
  const wanted = `${lokiModule}@v${lokiVersion}`;
  writeFileSync(path.join(work, 'go.mod'), 'module oddline.test/loki\n');
  const options = { cwd: work, env: goEnvironment };
  const { stdout } = await promisify(execFile)('go', ['mod', 'download', '-json', wanted], options);
  /** @type {{ GoMod: string, Dir: string }} */
  const { GoMod, Dir } = JSON.parse(stdout);
  writeFileSync(path.join(work, 'go.mod'), ownGoMod(readFileSync(GoMod, 'utf8')));
  writeFileSync(path.join(work, 'go.sum'), readFileSync(path.join(Dir, 'go.sum')));
  const linked = `-s -w -X ${lokiModule}/pkg/util/build.Version=${lokiVersion}`;
  const flags = ['-mod=mod', '-trimpath', '-buildvcs=false', '-ldflags', linked];
  const args = ['build', ...flags, '-o', 'loki', `${lokiModule}/cmd/loki`];
  await run('go', args, { ...options, quiet: true });
  for (const name of ['go.mod', 'go.sum']) rmSync(path.join(work, name));
}

/** The path of a Loki: LOKI_BIN, the one built before, or one built now (4 to 5 minutes on two cores). */
export async function installLoki() {
  const given = process.env.LOKI_BIN;
  if (given) return given;
  await builtOnce(folder, `Build Loki ${lokiVersion} from its Go module`, compile);
  return binary;
}

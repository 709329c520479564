import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { run } from '../child-process.mjs';
import { triedAgain } from '../tried-again.mjs';

export const lokiVersion = '3.7.8';
const lokiModule = 'github.com/grafana/loki/v3';

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

/**
 * A program of Loki's module or of one it requires, at the version it requires. Leaves the binary alone in `work`: sources and what was
 * compiled stand in Go's own caches, and the second program finds most of it there.
 * @param {string} work
 * @param {{ name: string, command: string, linked?: string, tags?: string }} program `linked`: further flags of the linker
 */
export async function compileOfLoki(work, { name, command, linked = '', tags = '' }) {
  const wanted = `${lokiModule}@v${lokiVersion}`;
  writeFileSync(path.join(work, 'go.mod'), 'module oddline.test/loki\n');
  const options = { cwd: work, env: goEnvironment };
  await triedAgain(`The download of ${wanted}`, () =>
    run('go', ['mod', 'download', wanted], { ...options, quiet: true }),
  );
  const { stdout } = await promisify(execFile)('go', ['mod', 'download', '-json', wanted], options);
  /** @type {{ GoMod: string, Dir: string }} */
  const { GoMod, Dir } = JSON.parse(stdout);
  writeFileSync(path.join(work, 'go.mod'), ownGoMod(readFileSync(GoMod, 'utf8')));
  writeFileSync(path.join(work, 'go.sum'), readFileSync(path.join(Dir, 'go.sum')));
  const flags = ['-mod=mod', '-trimpath', '-buildvcs=false', '-tags', tags, '-ldflags', `-s -w ${linked}`];
  // It loads what it needs; what was compiled before a connection was lost is not compiled again.
  await triedAgain(`go build of ${name}`, () =>
    run('go', ['build', ...flags, '-o', name, command], { ...options, quiet: true }),
  );
  for (const file of ['go.mod', 'go.sum']) rmSync(path.join(work, file));
}

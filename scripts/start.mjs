import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inCheckout } from './checkout.mjs';
import { endRequested, run } from './child-process.mjs';
import { MissingPiece, runMain } from './progress.mjs';
import { inBrowser } from './start/browser.mjs';
import { desktopCode, onDesktop } from './start/desktop.mjs';
import { installVscode } from './vscode/install.mjs';
import { createProfile, removeProfile } from './vscode/profile.mjs';
import { newest } from './vscode/versions.mjs';

const usage = `npm start [-- [--browser] [FILE]]
  Builds Oddline and opens VS Code with it: on FILE, or on a sample log.
  --browser   VS Code in the browser even where the desktop VS Code is installed`;

/**
 * @typedef {object} Opened
 * @property {string} folder
 * @property {string} file
 * @property {'demo' | 'file'} start tells the extension whether to show the sample's worst incident by itself
 * @typedef {(profile: import('./vscode/profile.mjs').Profile, opened: Opened) =>
 *   Promise<{ exited: Promise<string>, end: () => Promise<void> }>} Launch
 */

/** @param {string | undefined} argument as typed, relative to where npm was called @returns {Opened} */
function whatToOpen(argument) {
  if (argument === undefined) {
    return { folder: inCheckout('dist/sample'), file: inCheckout('dist/sample/shop.log'), start: 'demo' };
  }
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), argument);
  if (!existsSync(file)) throw new MissingPiece(`${file} does not exist.`, 'npm start -- path/to/a/file.log');
  if (!statSync(file).isFile())
    throw new MissingPiece(`${file} is not a file.`, 'npm start -- path/to/a/file.log');
  return { folder: path.dirname(file), file, start: 'file' };
}

/** @returns {{ browser: boolean, help: boolean, file: string | undefined }} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { browser: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { ...values, file: positionals[0] };
  } catch (error) {
    throw new MissingPiece(/** @type {Error} */ (error).message, usage);
  }
}

/**
 * From here on signals end VS Code first; before, they simply end the build or the installation.
 * @param {Launch} launch
 * @param {Opened} opened
 */
async function runUntilEndRequested(launch, opened) {
  const requested = endRequested();
  const profile = createProfile();
  try {
    const running = await launch(profile, opened);
    const why = await Promise.race([requested, running.exited]);
    console.log(`\nEnding VS Code (${why}).`);
    await running.end();
  } finally {
    removeProfile(profile);
  }
}

await runMain(async () => {
  const { browser, help, file } = readArguments();
  if (help) return console.log(usage);
  const opened = whatToOpen(file);
  const code = browser ? undefined : desktopCode();
  await run(process.execPath, [inCheckout('scripts/build.mjs')], { cwd: inCheckout() });
  const launch = code ? onDesktop(code) : inBrowser(await installVscode(newest));
  await runUntilEndRequested(launch, opened);
  process.exit();
});

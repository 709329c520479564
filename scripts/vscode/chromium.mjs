import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../child-process.mjs';
import { MissingPiece, step } from '../progress.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The font makes Chinese readable in screenshots. */
const debianPackages = ['chromium', 'fonts-wqy-microhei'];
const cure = `apt-get install ${debianPackages.join(' ')} (as root), or set CHROMIUM to the path of a Chromium or Chrome.`;

/** @param {readonly string[]} commands @returns {string | undefined} the first one on PATH, as a path */
export function findCommand(...commands) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return commands
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

/** @returns {string | undefined} */
const findChromium = () => process.env.CHROMIUM || findCommand(...names);

/** How this user may call apt-get without being asked anything; undefined when not at all. */
async function aptGet() {
  const apt = findCommand('apt-get');
  if (!apt) return undefined;
  const unattended = ['env', 'DEBIAN_FRONTEND=noninteractive', apt];
  if (process.getuid?.() === 0) return unattended;
  const sudo = findCommand('sudo');
  const allowed =
    sudo &&
    (await run(sudo, ['-n', 'true'], { quiet: true }).then(
      () => true,
      () => false,
    ));
  return allowed ? [sudo, '-n', ...unattended] : undefined;
}

/** @param {readonly string[]} apt */
async function installWith([command, ...first]) {
  await run(command, [...first, 'update', '-q'], { quiet: true });
  await run(command, [...first, 'install', '-q', '-y', '--no-install-recommends', ...debianPackages], {
    quiet: true,
  });
}

/** The path of a Chromium, installed by apt-get if there is none and we may. */
export async function installChromium() {
  const found = findChromium();
  if (found) return found;
  const apt = await aptGet();
  if (!apt) throw new MissingPiece('The UI tests need a Chromium, and none is on PATH.', cure);
  await step('Install Chromium (apt-get)', () => installWith(apt));
  const installed = findChromium();
  if (!installed) throw new MissingPiece('apt-get ran, yet there is no Chromium on PATH.', cure);
  return installed;
}

import { run } from './child-process.mjs';
import { findCommand } from './find-command.mjs';
import { triedAgain } from './tried-again.mjs';

/** Another apt-get of this machine is waited for, a package that did not come is asked for again. */
const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];

/** How this user may call apt-get without being asked anything; undefined when not at all. */
export async function aptGet() {
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

/** @param {readonly string[]} apt @param {readonly string[]} packages */
export async function aptInstall([command, ...first], packages) {
  const install = ['install', '-q', '-y', '--no-install-recommends', ...packages];
  await triedAgain(`apt-get of ${packages.join(', ')}`, async () => {
    await run(command, [...first, ...patience, 'update', '-q'], { quiet: true });
    await run(command, [...first, ...patience, ...install], { quiet: true });
  });
}

import { run } from './child-process.mjs';
import { findCommand } from './find-command.mjs';

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
  await run(command, [...first, 'update', '-q'], { quiet: true });
  await run(command, [...first, 'install', '-q', '-y', '--no-install-recommends', ...packages], {
    quiet: true,
  });
}

import { inCheckout } from '../checkout.mjs';
import { startGroup } from '../child-process.mjs';
import { findCommand } from '../find-command.mjs';
import { endProcessesNaming } from '../process-scan.mjs';
import { MissingPiece } from '../progress.mjs';

/**
 * The desktop VS Code's command. In a terminal of a remote VS Code `code` only talks to the window it belongs to, so
 * it cannot start one of our own.
 * @returns {string | undefined}
 */
export function desktopCode() {
  if (process.platform === 'win32') {
    throw new MissingPiece(
      'npm start works on Linux and macOS.',
      'Open this folder in VS Code and press F5 (Run Extension).',
    );
  }
  return process.env.VSCODE_IPC_HOOK_CLI ? undefined : findCommand('code');
}

/**
 * @param {import('../vscode/profile.mjs').Profile} profile
 * @param {import('../start.mjs').Opened} opened
 */
const codeArguments = (profile, { folder, file }) => [
  ...['--new-window', '--wait', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust'],
  `--extensionDevelopmentPath=${inCheckout()}`,
  `--user-data-dir=${profile.user}`,
  `--extensions-dir=${profile.extensions}`,
  // Electron refuses to run for root without.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  folder,
  file,
];

/**
 * Opens the desktop VS Code with a profile of its own; it ends when its window is closed.
 * @param {string} code
 * @returns {import('../start.mjs').Launch}
 */
export const onDesktop = (code) => async (profile, opened) => {
  const env = { ...process.env, ODDLINE_START: opened.start };
  const group = await startGroup(code, codeArguments(profile, opened), { env, output: 'inherit' });
  console.log('VS Code opens with Oddline. Ctrl-C here, or closing its window, ends it.');
  return {
    exited: group.exited.then((exit) => `its window is closed: ${exit}`),
    async end() {
      await group.end();
      // `code` detaches the program itself into a session of its own; its profile names it.
      await endProcessesNaming(profile.root);
    },
  };
};

import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { checkout, manifest } from '../checkout.mjs';
import { endProcessesNaming } from '../process-scan.mjs';
import { step } from '../progress.mjs';
import { startServer } from '../vscode/server.mjs';

/**
 * A link, not an address with extensionDevelopmentPath: that would need VS Code's test driver, which hides
 * notifications. VS Code takes up linked extensions only on the first start of a profile.
 * @param {import('../vscode/profile.mjs').Profile} profile
 */
function linkExtension(profile) {
  const { publisher, name, version } = manifest();
  symlinkSync(checkout, path.join(profile.extensions, `${publisher}.${name}-${version}`));
}

/**
 * Serves VS Code on 127.0.0.1 and prints the address that opens the file.
 * @param {import('../vscode/install.mjs').VscodeInstall} install
 * @returns {import('../start.mjs').Launch}
 */
export const inBrowser =
  (install) =>
  async (profile, { folder, file, start }) => {
    linkExtension(profile);
    const server = await step('Start VS Code', () =>
      startServer(install, profile, { env: { ODDLINE_START: start }, locked: true }),
    );
    console.log(`
Oddline runs in VS Code at

  ${server.pageOf(folder, [['openFile', server.uriOf(file)]])}

Open this address in a browser on this machine. It holds a key: others on this machine cannot get in without it.
Ctrl-C here ends it.
`);
    return {
      exited: server.exited.then((exit) => `it ended by itself: ${exit}`),
      async end() {
        await server.stop();
        await endProcessesNaming(profile.root);
      },
    };
  };

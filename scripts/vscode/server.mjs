import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { run, startGroup } from '../child-process.mjs';
import { openGate } from './gate.mjs';

const START_LIMIT_MS = 60_000;

/**
 * @typedef {import('./install.mjs').VscodeInstall} VscodeInstall
 * @typedef {import('./profile.mjs').Profile} Profile
 * @typedef {object} ServerOptions
 * @property {Readonly<Record<string, string>> | undefined} [env] reaches the extension host
 * @property {string | undefined} [locale] display language; needs writeLanguagePack
 * @property {boolean | undefined} [trustAll] false: workspace trust works as for users
 * @property {boolean} [testDriver] honours extensionDevelopmentPath and extensionTestsPath in the address (and, in
 *   VS Code from 1.104 or so, hides notifications)
 * @property {boolean} [locked] only who has the printed address gets in
 * @property {boolean} [modern] false for code-server before 4.105, which does not know two of the options
 */

/** A free port of this machine: asked for and given back, so another program may still snatch it. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(address.port));
    });
  });
}

/** @param {Profile} profile @param {Record<string, string>} [extra] @returns {NodeJS.ProcessEnv} */
function environment(profile, extra = {}) {
  return {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    HOME: profile.home,
    XDG_CONFIG_HOME: path.join(profile.home, '.config'),
    TMPDIR: profile.temporary,
    // No market place: nothing is looked up or fetched.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...extra,
  };
}

/** @param {VscodeInstall} install @param {Profile} profile */
const commonArguments = (install, profile) => [
  install.codeServer,
  ...['--config', profile.config],
  ...['--user-data-dir', profile.user],
  ...['--extensions-dir', profile.extensions],
];

/** @param {VscodeInstall} install @param {Profile} profile @param {string} vsix */
export function installExtension(install, profile, vsix) {
  const args = [...commonArguments(install, profile), '--install-extension', vsix];
  return run(install.node, args, { env: environment(profile), quiet: true });
}

/** @param {readonly string[]} place @param {ServerOptions} options */
function serverArguments(place, { locale, trustAll = true, testDriver = false, modern = true }) {
  return [
    ...['--auth', 'none', ...place],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(trustAll ? ['--disable-workspace-trust'] : []),
    ...(locale ? ['--locale', locale] : []),
    // The default keeps the extension host of a closed page for three hours.
    ...(modern ? ['--reconnection-grace-time', '1'] : []),
    ...(modern && testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
}

/**
 * Where the server listens, and how its page is reached: on a port for everyone, or behind a gate on a socket that
 * stands in the profile's folder, which nobody else may enter.
 * @param {Profile} profile
 * @param {ServerOptions} options
 */
async function placeOf(profile, { locked = false }) {
  if (!locked) {
    const port = await freePort();
    return { port, args: ['--bind-addr', `127.0.0.1:${port}`], headers: {}, key: undefined, close: () => {} };
  }
  const socket = path.join(profile.root, 'vscode.sock');
  const { port, cookie, key, close } = await openGate(socket);
  return { port, args: ['--socket', socket, '--socket-mode', '600'], headers: { cookie }, key, close };
}

/** @param {string} url @param {Record<string, string>} headers @param {Promise<string>} exited @param {() => string} log */
async function untilItAnswers(url, headers, exited, log) {
  let ended = '';
  exited.then((code) => {
    ended = code;
  });
  const deadline = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadline) {
    if (ended) throw new Error(`code-server ended with ${ended}\n${log()}`);
    const answer = await fetch(`${url}/healthz`, { headers }).catch(() => undefined);
    if (answer?.ok) return;
    await wait(50);
  }
  throw new Error(`code-server did not answer within ${START_LIMIT_MS / 1000} s\n${log()}`);
}

/**
 * Serves VS Code on a free port of 127.0.0.1 and resolves once it answers.
 * @param {VscodeInstall} install
 * @param {Profile} profile
 * @param {ServerOptions} [options]
 */
export async function startServer(install, profile, options = {}) {
  const { port, args: place, headers, key, close } = await placeOf(profile, options);
  const url = `http://127.0.0.1:${port}`;
  const logFile = path.join(profile.root, 'server.log');
  const output = openSync(logFile, 'w');
  const args = [...commonArguments(install, profile), ...serverArguments(place, options)];
  const group = await startGroup(install.node, args, { env: environment(profile, options.env), output });
  closeSync(output);
  const log = () => readFileSync(logFile, 'utf8');
  try {
    await untilItAnswers(url, headers, group.exited, log);
  } catch (error) {
    close();
    await group.end();
    throw error;
  }
  const remote = `vscode-remote://127.0.0.1:${port}`;
  return {
    url,
    /** Resolves with the exit code should the server end by itself. */
    exited: group.exited,
    /** What the server printed so far. */
    log,
    /** Ends the server and all it started. */
    async stop() {
      close();
      await group.end();
    },
    /** The uri under which the page knows a file of this machine. @param {string} file */
    uriOf: (file) => `${remote}${encodeURI(file)}`,
    /**
     * The address of a workbench page.
     * @param {string} folder
     * @param {readonly (readonly [string, string])[]} [payload] such as [['openFile', uri]]
     */
    pageOf(folder, payload = []) {
      const query = new URLSearchParams(key === undefined ? { folder } : { key, folder });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `${url}/?${query}`;
    },
  };
}

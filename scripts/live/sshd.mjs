import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endRequested, run } from '../child-process.mjs';
import { runMain, ToldError } from '../progress.mjs';
import { installTools, toolsMissing } from './debian-tool.mjs';
import { freePorts } from './free-ports.mjs';
import { startKept } from './kept-process.mjs';

const usage = `node scripts/live/sshd.mjs
  Starts a real sshd on loopback with keys of its own, prints how to log in, and ends it with Ctrl-C.`;

const daemon = '/usr/sbin/sshd';
const tools = [
  { program: 'ssh', packageName: 'openssh-client' },
  { program: daemon, packageName: 'openssh-server' },
];
const READY_MS = 60_000;

/** @returns {string | null} why nobody can log in here */
export const sshdMissing = () => toolsMissing(tools);

/**
 * A real sshd of one test.
 * @typedef {object} LiveSshd
 * @property {readonly string[]} client options of ssh that lead to it, whatever host is named; `stranger` has no key that fits
 * @property {() => Promise<void>} end nothing of it is left
 */

/** @param {string} folder @param {number} port */
const daemonConfig = (folder, port) => `
Port ${port}
ListenAddress 127.0.0.1
HostKey ${folder}/host
AuthorizedKeysFile ${folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
`;

/** @param {string} folder @param {number} port */
const clientConfig = (folder, port) => `
Host stranger
  IdentityFile ${folder}/host
Host * !stranger
  IdentityFile ${folder}/user
Host *
  HostName 127.0.0.1
  Port ${port}
  IdentitiesOnly yes
  UserKnownHostsFile ${folder}/known
  GlobalKnownHostsFile /dev/null
`;

/** @param {number} port @returns {Promise<boolean>} */
const isListening = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('data', () => socket.destroy());
  });

/** @param {import('./kept-process.mjs').KeptProcess} server @param {number} port @param {string} logFile */
async function untilListening(server, port, logFile) {
  const deadline = performance.now() + READY_MS;
  while (!(await isListening(port))) {
    if (!server.isRunning() || performance.now() > deadline)
      throw new ToldError(`sshd does not listen:\n${readFileSync(logFile, 'utf8').slice(-4_000)}`);
    await wait(20);
  }
}

/** @returns {Promise<LiveSshd>} */
export async function startSshd() {
  await installTools(tools);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oddline-sshd-'));
  const inFolder = (/** @type {string} */ name) => path.join(folder, name);
  for (const name of ['host', 'user'])
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', inFolder(name)], { quiet: true });
  const [port = 0] = await freePorts(1);
  writeFileSync(inFolder('sshd.conf'), daemonConfig(folder, port));
  writeFileSync(inFolder('ssh.conf'), clientConfig(folder, port));
  writeFileSync(inFolder('known'), `[127.0.0.1]:${port} ${readFileSync(inFolder('host.pub'), 'utf8')}`);
  // Where root's sshd shuts its unprivileged part in.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const logFile = inFolder('log');
  const server = startKept(daemon, ['-D', '-e', '-f', inFolder('sshd.conf')], { logFile });
  const end = async () => {
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(server, port, logFile);
  } catch (error) {
    await end();
    throw error;
  }
  return { client: ['-F', inFolder('ssh.conf')], end };
}

async function main() {
  if (process.argv.includes('--help')) return console.log(usage);
  const asked = endRequested();
  const sshd = await startSshd();
  console.log(`ssh ${sshd.client.join(' ')} here\nCtrl-C ends it.`);
  await asked;
  await sshd.end();
}

if (process.argv[1] === import.meta.filename) await runMain(main);

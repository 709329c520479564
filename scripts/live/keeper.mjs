/**
 * Runs `COMMAND ARGS…` and ends it with the process that started this one, however that ends: a kill -9 closes the channel too.
 * Started by `kept-process.mjs` alone.
 */
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once('exit', (code) => process.exit(code ?? 1));
process.once('disconnect', () => child.kill('SIGKILL'));
process.on('message', (signal) => child.kill(/** @type {NodeJS.Signals} */ (signal)));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));

import { writeSync } from 'node:fs';
import { couldNotRun } from './exit-codes';

/**
 * Imported first by main.ts, so that it also guards the loading of everything else.
 * A reader that closed the pipe (`oddline … | head`) has got what it wanted: that is success.
 */
function crash(error: unknown): void {
  const { code, stack } = error as { code?: string; stack?: string };
  if (code === 'EPIPE') process.exit(0);
  try {
    writeSync(2, `oddline: internal error, please report it with these lines\n${stack ?? String(error)}\n`);
  } finally {
    process.exit(couldNotRun);
  }
}

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
process.stdout.on('error', crash);
process.stderr.on('error', crash);

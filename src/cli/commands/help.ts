import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './command';

/** What `oddline` without a command, and `oddline --help`, print. */
export function helpText(commands: readonly Command[]): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`);
  return `Finds what is unusual in logs, and says why.

oddline COMMAND [options]

${lines.join('\n')}

oddline COMMAND --help says more; oddline --version names the version.
Exit code: 0 ran, 1 found something at or above --fail-on, 2 could not run.
`;
}

export function versionText(installation: string): string {
  const { version } = JSON.parse(readFileSync(join(installation, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${version}\n`;
}

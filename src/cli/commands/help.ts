import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tell } from '../../protocol/overview';
import type { Command, UsageRow } from './command';

/** Between the longest name and what it does. */
const commandGap = 2;
const termWidth = 22;

/** What `oddline --help` prints. */
export function helpText(commands: readonly Command[], tell: Tell): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + commandGap;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${tell(summary)}`);
  return `${tell({ pattern: 'Finds what is unusual in logs, and says why.', values: [] })}

oddline COMMAND [options]

${lines.join('\n')}

${tell({ pattern: '{0} says more; {1} names the version.', values: ['oddline COMMAND --help', 'oddline --version'] })}
${tell({ pattern: 'Exit code: 0 ran, 1 found something at or above {0}, 2 could not run.', values: ['--fail-on'] })}
`;
}

/** What `oddline NAME --help` prints. */
export function usageText({ synopsis, summary, usage }: Command, tell: Tell): string {
  const rows = usage.map((row) => rowText(row, tell)).join('');
  return `${synopsis}\n\n  ${tell(summary)}\n${rows && `\n${rows}`}`;
}

function rowText({ term, meaning }: UsageRow, tell: Tell): string {
  return meaning
    .map((sentence, index) => `  ${(index === 0 ? term : '').padEnd(termWidth)}${tell(sentence)}\n`)
    .join('');
}

export function versionText(installation: string): string {
  return `${versionOf(installation)}\n`;
}

export function versionOf(installation: string): string {
  const { version } = JSON.parse(readFileSync(join(installation, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

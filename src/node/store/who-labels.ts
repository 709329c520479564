import { homedir, userInfo } from 'node:os';
import { dirname } from 'node:path';
import { configuredName } from '../git/configured-name';
import { longestOfLabel } from './label-line';

/** Who labels a file, or what is none (null): the name git would write on a commit, else the account's; '' where neither is known. */
export async function whoLabels(file: string | null): Promise<string> {
  const folder = file === null ? homedir() : dirname(file);
  return oneLine(await configuredName(folder)) || oneLine(accountName());
}

/** An account without a name makes `userInfo` throw. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function oneLine(name: string): string {
  return name
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestOfLabel.by);
}

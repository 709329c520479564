import { describe, expect, it } from 'vitest';
import { compareLogs, foundLines } from './compare-logs';
import { type FailedBuild, failedBuilds } from './failed-builds';

/** Blank lines within a finding say nothing. */
function check({ good, bad }: FailedBuild) {
  const lines = bad.map((line) => line.replace(/^[!?] /, ''));
  const comparison = compareLogs(`${lines.join('\n')}\n`, [`${good.join('\n')}\n`]);
  const isMeant = (line: number) => !bad[line - 1].startsWith('? ') && bad[line - 1].trim() !== '';
  const found = foundLines(comparison).filter(isMeant);
  const wanted = bad.flatMap((line, i) => (line.startsWith('! ') ? [i + 1] : []));
  expect(found.map((line) => lines[line - 1])).toEqual(wanted.map((line) => lines[line - 1]));
}

describe('what explains a failed build', () => {
  for (const build of failedBuilds) it(build.name, () => check(build));
});

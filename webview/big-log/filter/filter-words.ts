import { severityWord } from '../../shared/severity-word';
import { tell } from '../../shared/tell';
import type { FilterTest, LevelName, NoiseNotch } from '../terms';

/** A clause as its chip says it. */
export function clauseText(test: FilterTest): string {
  switch (test.kind) {
    case 'search':
      return test.pattern.kind === 'regex' ? `/${test.pattern.text}/` : `“${test.pattern.text}”`;
    case 'level':
      return tell('level ≥ {0}', levelWord(test.atLeast));
    case 'template':
      return test.title;
    case 'time':
      return tell('time {0} – {1}', timeText(test.from), timeText(test.until));
    case 'field':
      return `${test.name} = ${test.value}`;
    case 'severity':
      return tell('anomaly ≥ {0}', severityWord(test.atLeast));
    case 'bookmark':
      return tell('bookmarked');
  }
}

function timeText(nanoseconds: string | null): string {
  if (nanoseconds === null || !/^-?\d{1,20}$/.test(nanoseconds)) return '…';
  const date = new Date(Number(BigInt(nanoseconds) / 1_000_000n));
  return Number.isNaN(date.getTime())
    ? '…'
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.000Z$/, 'Z');
}

/** Levels as logs write them. */
export function levelWord(level: LevelName): string {
  return level.toUpperCase();
}

/** The notches of the noise dial, least first, called as in VS Code's own list of them. */
export function noiseWord(notch: NoiseNotch): string {
  const words = [
    () => tell('Everything'),
    () => tell('Without the bulk'),
    () => tell('Without the frequent'),
    () => tell('Only the unusual'),
    () => tell('Only the rare'),
  ];
  return words[notch]();
}

/** Log levels as a `Uint8Array` column holds them; a larger number is worse, 0 is "none given". */
export const Level = { none: 0, trace: 1, debug: 2, info: 3, warn: 4, error: 5, fatal: 6 } as const;

export type Level = (typeof Level)[keyof typeof Level];
export type LevelName = keyof typeof Level;

const names = Object.keys(Level) as LevelName[];

export function levelName(level: Level): LevelName {
  return names[level];
}

import { Level, type LevelName } from '../../engine/model/level';
import type { FormatGesture } from '../../protocol/understanding';
import { oneOf, UsageError } from '../usage-error';

/** `LINE:COL-COL`, for a level with `=LEVEL` behind it. */
export interface ShownStretch {
  readonly role: FormatGesture['role'];
  readonly line: number;
  /** From 1, both included, in UTF-16 code units as VS Code counts. */
  readonly first: number;
  readonly last: number;
  readonly level: FormatGesture['level'];
}

const levels = (Object.keys(Level) as LevelName[]).filter((name) => name !== 'none');

/** In the order they are learned: the place of the others is told with the time. */
export const gestureOptions = [
  ['time-at', 'time'],
  ['level-at', 'level'],
  ['id-at', 'id'],
  ['record-start-at', 'recordStart'],
] as const;

/** @throws UsageError */
export function stretchOf(option: string, role: FormatGesture['role'], value: string): ShownStretch {
  const parts = /^(\d{1,10}):(\d{1,7})-(\d{1,7})(?:=([a-z]+))?$/.exec(value);
  const [, line, first, last, level] = parts?.map((part) => part) ?? [];
  const isStretch = Number(line) >= 1 && Number(first) >= 1 && Number(last) >= Number(first);
  if (!isStretch || (level !== undefined && role !== 'level')) {
    const form = role === 'level' ? 'LINE:COL-COL[=LEVEL]' : 'LINE:COL-COL';
    throw new UsageError({
      pattern: '{0} takes {1}, both columns from 1 and included, not "{2}".',
      values: [option, form, value],
    });
  }
  return {
    role,
    line: Number(line),
    first: Number(first),
    last: Number(last),
    level: level === undefined ? undefined : (oneOf(option, level, levels) as FormatGesture['level']),
  };
}

/** The stretch in the text of its line. @throws UsageError where the line is shorter. */
export function gestureIn(text: string, { role, line, first, last, level }: ShownStretch): FormatGesture {
  if (last > text.length) {
    throw new UsageError({
      pattern: 'Line {0} has {1} columns, so it has no column {2}.',
      values: [line, text.length, last],
    });
  }
  const gesture = { role, text, start: first - 1, end: last };
  return level === undefined ? gesture : { ...gesture, level };
}

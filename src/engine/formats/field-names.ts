import { WordTable } from './word-table';

/** What a field of a structured record is for; `none` for those that are part of the event. */
export const FieldRole = { none: 0, time: 1, level: 2, message: 3, component: 4 } as const;
export type FieldRole = (typeof FieldRole)[keyof typeof FieldRole];

/** Names by role, the more certain first: where a record holds several, the first of the list counts. */
const names: readonly [FieldRole, readonly string[]][] = [
  [
    FieldRole.time,
    [
      'time',
      'ts',
      '@timestamp',
      'timestamp',
      '@t',
      'datetime',
      'date',
      'asctime',
      '__realtime_timestamp',
      't',
    ],
  ],
  [FieldRole.level, ['level', 'severity', 'lvl', 'levelname', 'loglevel', 'log.level', '@l', 'priority']],
  [FieldRole.message, ['message', 'msg', 'short_message', '@m', '@mt', 'log', 'event']],
  [
    FieldRole.component,
    [
      'logger',
      'logger_name',
      'log.logger',
      'component',
      'service',
      'service.name',
      'module',
      'name',
      'app',
      'syslog_identifier',
      'unit',
    ],
  ],
];

const roles = names.flatMap(([role, list]) => list.map(() => role));
const table = new WordTable(names.flatMap(([, list]) => list));

/** Index of the field name, -1 where it is none of ours. A lower index of the same role is more certain. */
export function fieldIndex(bytes: Uint8Array, start: number, end: number): number {
  return table.indexOf(bytes, start, end);
}

export function fieldRole(index: number): FieldRole {
  return index < 0 ? FieldRole.none : roles[index];
}

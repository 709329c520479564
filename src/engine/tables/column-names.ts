import { WordTable } from '../formats/word-table';

/** What a column is for, as far as its name tells. */
export type ColumnRole = 'time' | 'date' | 'level' | 'component' | 'message' | 'status' | 'keywords';

/** By role, the more certain names first. */
const names: readonly [ColumnRole, readonly string[]][] = [
  [
    'time',
    [
      '@timestamp',
      'timestamp',
      'datetime',
      'date and time',
      'timecreated',
      'timegenerated',
      'time generated',
      'event_time',
      'eventtime',
      'log_time',
      'logtime',
      'time_iso8601',
      'created_at',
      'createdat',
      'created',
      'occurred_at',
      'start_time',
      'ts',
      'tsns',
      'time',
      't',
      '时间',
      '时间戳',
      '日期和时间',
    ],
  ],
  ['date', ['date', 'day', '日期']],
  [
    'level',
    [
      'leveldisplayname',
      'level',
      'severity',
      'log_level',
      'loglevel',
      'log.level',
      'detected_level',
      'severitytext',
      'lvl',
      'priority',
      'levelname',
      '级别',
      '等级',
    ],
  ],
  [
    'component',
    [
      'logger',
      'logger_name',
      'log.logger',
      'component',
      'providername',
      'provider',
      'service',
      'service.name',
      'servicename',
      'service_name',
      'module',
      'source',
      'app',
      'application',
      'container',
      'container_name',
      'host',
      'hostname',
      '来源',
      '模块',
    ],
  ],
  [
    'message',
    [
      'message',
      'msg',
      'short_message',
      'log',
      'line',
      'body',
      'event_message',
      'raw',
      '_raw',
      '@message',
      'text',
      'description',
      'detail',
      'details',
      'content',
      '消息',
      '信息',
      '内容',
      '描述',
    ],
  ],
  [
    'status',
    [
      'sc-status',
      'status',
      'status_code',
      'statuscode',
      'http_status',
      'response_code',
      'x-edge-result-status',
    ],
  ],
  ['keywords', ['keywords', 'keywordsdisplaynames', '关键字']],
];

const roles = names.flatMap(([role, list]) => list.map(() => role));
const table = new WordTable(names.flatMap(([, list]) => list));
const encoder = new TextEncoder();

/** The role the name tells, and how certainly: the lower the rank, the more. Undefined for a name that tells none. */
export function roleOfName(name: string): { readonly role: ColumnRole; readonly rank: number } | undefined {
  const bytes = encoder.encode(name.trim());
  const rank = table.indexOf(bytes, 0, bytes.length);
  return rank < 0 ? undefined : { role: roles[rank], rank };
}

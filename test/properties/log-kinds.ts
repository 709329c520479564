import { formatTable } from '../../src/engine/formats/format-table';
import { wrapperTable } from '../../src/engine/wrappers/wrapper-table';

/** What the lines of one log are drawn from, so that something is recognised in it. */
export interface LogKind {
  readonly name: string;
  readonly lines: readonly string[];
  /** Stand before the lines: a table's names. */
  readonly head?: readonly string[];
}

const event = (id: number, level: number) =>
  `<Event><System><Provider Name='Depot'/><EventID>${id}</EventID><Level>${level}</Level>` +
  `<TimeCreated SystemTime='2026-06-12T09:41:0${level}Z'/></System><EventData><Data>${id} crates</Data></EventData></Event>`;

const tables: readonly LogKind[] = [
  {
    name: 'csv',
    head: ['timestamp,level,message'],
    lines: [
      '2026-06-12T09:41:07Z,info,crate 7 is packed',
      '2026-06-12T09:41:08Z,error,"crate 8 fell,\nand ""broke"""',
      '2026-06-12T09:41:09Z,warn,"crate 9 is open',
      '"',
    ],
  },
  {
    name: 'tsv',
    head: ['date\thost\ttext'],
    lines: ['2026-06-12 09:41:07\tedge7\tcrate 7 is packed', '2026-06-12 09:41:08\t\t', '\t"\t'],
  },
  {
    name: 'w3c',
    head: ['#Version: 1.0', '#Fields: date time cs-method cs-uri-stem sc-status'],
    lines: [
      '2026-06-12 09:41:07 GET /crates 200',
      '2026-06-12 09:41:08 POST /crates/8 503',
      '#Date: 2026-06-12 09:41:09',
      '#Fields: date time sc-status',
    ],
  },
  { name: 'windows events', head: ['<Events>'], lines: [event(7, 4), event(8, 2), '<Event>', '</Event>'] },
  {
    name: 'plain words',
    lines: ['crate 7 is packed', 'crate 8 fell', 'ready', '变量 7 已打开', 'Kiste 9 ist geöffnet'],
  },
];

export const logKinds: readonly LogKind[] = [
  ...formatTable.map(({ name, samples }) => ({ name, lines: samples.map(({ line }) => line) })),
  ...wrapperTable.map(({ name, samples }) => ({ name, lines: samples.flatMap(({ lines }) => lines) })),
  ...tables,
];

/** What stands between the lines of any log: stack traces, what other programs said, what nobody should write. */
export const oddLines: readonly string[] = [
  '',
  '   ',
  '\u0000\u0000\u0000\u0000',
  '\u0000\u00002026-06-12 09:41:07 ERROR after a cut',
  'Traceback (most recent call last):',
  '  File "crane.py", line 7, in lift',
  'CrateError: too heavy',
  'depot.CrateException: too heavy: 812 kg',
  '\tat depot.Crane.lift(Crane.java:77)',
  'Caused by: java.io.IOException: rope torn',
  '\t... 3 more',
  'panic: no rope',
  'goroutine 7 [running]:',
  '\u001b[31mERROR\u001b[0m crate 8 fell',
  '\u001b[1m',
  '\u001b]0;title\u0007\u001b[',
  '</script><img src=x onerror=1>',
  '{"level":"error","msg":"crate \\u00',
  '"an open quote',
  'x\u2028y\u2029z\u0085',
  '\u{1f4e6}\u{1f3fd}\u200d 箱子 8 掉了',
  '2026-06-12 09:41:07,123 ERROR [dock-7] depot.Crane - crate 8 fell',
  'Jun 12 09:41:07 dock7 cranes[77]: crate 8 fell',
];

/** Bytes that are no UTF-8: GB18030 words, lone and overlong sequences, a byte order mark in the middle. */
export const oddBytes: readonly Uint8Array[] = [
  [0xd3, 0xc3, 0xbb, 0xa7, 0xb5, 0xc7, 0xc2, 0xbc],
  [0xff],
  [0xc3],
  [0xe4, 0xb8],
  [0xf0, 0x9f, 0x93],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0x80, 0x80],
  [0xef, 0xbb, 0xbf],
  [0x00],
  [0x1b],
].map((bytes) => Uint8Array.from(bytes));

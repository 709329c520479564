import type { Labels, SourceEntry } from '../source-reader';

/** An entry with its place in the journal. */
export interface JournalEntry {
  readonly cursor: string;
  readonly entry: SourceEntry;
}

/** A value of `journalctl -o json`: text, bytes where it is no UTF-8, null where it is too long, and an array of these where the field is repeated. */
type JsonFields = Readonly<Record<string, unknown>>;

/** Of syslog.h; these words are what levels are read by. */
const levelWords = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

/** What an entry shares with others, in the order in which it is written; the first field that has a value counts. */
const labelFields: readonly (readonly [label: string, ...fields: string[]])[] = [
  ['container', 'CONTAINER_NAME'],
  ['unit', '_SYSTEMD_USER_UNIT', '_SYSTEMD_UNIT'],
  ['identifier', 'SYSLOG_IDENTIFIER', '_COMM'],
  ['pid', '_PID', 'SYSLOG_PID'],
  ['host', '_HOSTNAME'],
  ['boot', '_BOOT_ID'],
];

/** What else of the fields the journal adds by itself says something about the event. */
const trusted = /^_(?:KERNEL_|UDEV_|AUDIT_TYPE_NAME$)/;
/** Said otherwise, or said of how the entry came. */
const leftOut =
  /^(?:MESSAGE|PRIORITY|SYSLOG_(?:IDENTIFIER|PID|FACILITY|TIMESTAMP|RAW)|CONTAINER_(?:NAME|ID_FULL))$/;
const renamed: ReadonlyMap<string, string> = new Map([
  ['CODE_FILE', 'code.file'],
  ['CODE_LINE', 'code.line'],
  ['CODE_FUNC', 'code.function'],
  // The unit that is talked about: `unit` is the one that talks.
  ['UNIT', 'about'],
  ['USER_UNIT', 'about'],
]);
const labelNames: ReadonlySet<string> = new Set(['level', ...labelFields.map(([label]) => label)]);
const mostKnownLabels = 10_000;
const decoder = new TextDecoder();

/** Reads lines of `journalctl -o json`. Entries of one process share their labels. */
export class JournalEntries {
  private readonly known = new Map<string, Labels>();
  /** Of fields: the label of an own one, '' of one that is left out. Asked of every field of every entry. */
  private readonly ownLabels = new Map<string, string>();

  /** Undefined where the line is no entry. */
  read(line: string): JournalEntry | undefined {
    const fields = fieldsOf(line);
    const time = fields?.__REALTIME_TIMESTAMP;
    if (fields === undefined || typeof time !== 'string' || !/^\d{1,16}$/.test(time)) return undefined;
    const text = textOf(fields.MESSAGE, '\n');
    const entry = { time: `${time}000`, labels: this.labelsOf(fields), own: this.ownOf(fields), text };
    return { cursor: textOf(fields.__CURSOR), entry };
  }

  private labelsOf(fields: JsonFields): Labels {
    const values = labelFields.map(([, ...names]) => firstOf(fields, names));
    const level = levelWords[Number(textOf(fields.PRIORITY) || '-1')] ?? '';
    const key = [level, ...values].join('\0');
    const known = this.known.get(key);
    if (known) return known;
    if (this.known.size >= mostKnownLabels) this.known.clear();
    const named = labelFields.map(([label], i) => [label, values[i]] as const);
    const labels = [['level', level] as const, ...named].filter(([, value]) => value !== '');
    this.known.set(key, labels);
    return labels;
  }

  /** What applications gave besides the message. Sorted: journalctl writes fields in no order. */
  private ownOf(fields: JsonFields): Labels | null {
    const own: [string, string][] = [];
    for (const name in fields) {
      const label = this.ownLabel(name);
      const value = label === '' ? '' : textOf(fields[name]);
      if (value !== '') own.push([label, value]);
    }
    if (own.length === 0) return null;
    return own.length === 1 ? own : own.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  }

  private ownLabel(field: string): string {
    const known = this.ownLabels.get(field);
    if (known !== undefined) return known;
    if (this.ownLabels.size >= mostKnownLabels) this.ownLabels.clear();
    const isOwn = field.startsWith('_') ? trusted.test(field) : !leftOut.test(field);
    const label = isOwn ? (renamed.get(field) ?? plainName(field)) : '';
    this.ownLabels.set(field, label);
    return label;
  }
}

function fieldsOf(line: string): JsonFields | undefined {
  try {
    const fields: unknown = JSON.parse(line);
    return typeof fields === 'object' && fields !== null ? (fields as JsonFields) : undefined;
  } catch {
    return undefined;
  }
}

function firstOf(fields: JsonFields, names: readonly string[]): string {
  for (const name of names) {
    const value = textOf(fields[name]);
    if (value !== '') return value;
  }
  return '';
}

/** `ORDER_ID` → `order_id`, `_KERNEL_DEVICE` → `kernel_device`; as it is where that would be a label's name. */
function plainName(field: string): string {
  const name = field.replace(/^_/, '').toLowerCase();
  return labelNames.has(name) ? field : name;
}

/** '' where there is none; `between` stands between the values of a repeated field. */
function textOf(value: unknown, between = ', '): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  if (value.every((byte) => typeof byte === 'number')) return decoder.decode(Uint8Array.from(value));
  return value.map((one) => textOf(one)).join(between);
}

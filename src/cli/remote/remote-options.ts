import type { Sentence } from '../../engine/model/finding';
import { isBeforeEnd } from '../../engine/model/time-bound';
import { checkedAddress } from '../../node/sources/source-definition';
import type {
  Authentication,
  LogSource,
  NsText,
  PrometheusQuery,
  PrometheusSource,
  SourceQuery,
} from '../../protocol/log-source';
import { timeBoundOf } from '../time-option';
import { countOf, oneOf, UsageError } from '../usage-error';
import { authenticationOf, type Environment } from './secrets';

/** Of every command that reads a log: one that lies on a server, in the journal or behind a command. */
export const remoteOptions = {
  loki: { type: 'string' },
  elastic: { type: 'string' },
  journal: { type: 'string' },
  command: { type: 'boolean' },
  query: { type: 'string' },
  index: { type: 'string' },
  'message-field': { type: 'string' },
  'time-field': { type: 'string' },
  tenant: { type: 'string' },
  unit: { type: 'string', multiple: true },
  priority: { type: 'string' },
  boot: { type: 'boolean' },
  limit: { type: 'string' },
  'ca-file': { type: 'string' },
  yes: { type: 'boolean' },
} as const;

export type RemoteValues = {
  readonly [Name in keyof typeof remoteOptions]?: (typeof remoteOptions)[Name] extends { type: 'boolean' }
    ? boolean | undefined
    : (typeof remoteOptions)[Name] extends { multiple: true }
      ? string[] | undefined
      : string | undefined;
} & { readonly since?: string | undefined; readonly until?: string | undefined };

/** A log that stands where a file could. */
export interface RemoteLog {
  readonly source: Exclude<LogSource, PrometheusSource>;
  readonly query: Exclude<SourceQuery, PrometheusQuery>;
  /** As people know it. */
  readonly name: string;
  /** All of it is fetched, however much that is. */
  readonly isUnlimited: boolean;
}

/** What `--journal` alone is given: this machine's own. No file can have the name. */
export const thisMachine = '\0';

type Kind = RemoteLog['source']['kind'];
const kinds: readonly Kind[] = ['loki', 'elastic', 'journal', 'command'];
/** The options that mean something of each kind only. */
const ownOptions: Readonly<Record<Kind, readonly (keyof typeof remoteOptions)[]>> = {
  loki: ['query', 'tenant', 'limit', 'ca-file', 'yes'],
  elastic: ['query', 'index', 'message-field', 'time-field', 'limit', 'ca-file', 'yes'],
  journal: ['unit', 'priority', 'boot', 'limit', 'yes'],
  command: ['yes'],
};
const hourNs = 3_600_000_000_000n;
const longestName = 120;
const priorities = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'] as const;

interface Given {
  readonly values: RemoteValues;
  /** What stands behind `--`. */
  readonly words: readonly string[];
  readonly now: bigint;
  readonly env: Environment;
}

/** The remote log of a command line; undefined where it names none. Throws UsageError, InputError. */
export function remoteLogOf(given: Given): RemoteLog | undefined {
  const { values } = given;
  const named = kinds.filter((kind) => values[kind] !== undefined && values[kind] !== false);
  if (named.length > 1) refuse(twoNamed, `--${named[0]}`, `--${named[1]}`);
  const [kind] = named;
  for (const option of Object.keys(remoteOptions) as (keyof typeof remoteOptions)[]) {
    const isKind = (kinds as readonly string[]).includes(option);
    if (isKind || values[option] === undefined || (kind && ownOptions[kind].includes(option))) continue;
    const fitting = kinds.filter((one) => ownOptions[one].includes(option)).map((one) => `--${one}`);
    refuse(goesWith, `--${option}`, fitting.join(', '));
  }
  const log = kind && makers[kind](given);
  return log && { ...log, name: log.name.slice(0, longestName), isUnlimited: values.yes === true };
}

const twoNamed = 'A command reads one remote log. Leave {0} or {1} out.';
const goesWith = '{0} goes with {1}. Name one of these, or leave {0} out.';

type Made = Pick<RemoteLog, 'source' | 'query' | 'name'>;

const makers: Readonly<Record<Kind, (given: Given) => Made>> = {
  loki(given) {
    const { query = refuse(needsQuery, '--loki', '\'{app="shop"}\''), tenant = null } = given.values;
    return {
      source: { ...httpParts(given, 'loki'), kind: 'loki', tenant, grafana: null },
      query: { kind: 'loki', logql: query, span: spanOf(given), limit: limitOf(given.values) },
      name: `Loki ${query}`,
    };
  },
  elastic(given) {
    const { query: text = '*', index = '*', ...fields } = given.values;
    const kind = text.trimStart().startsWith('{') ? 'dsl' : 'lucene';
    const source: RemoteLog['source'] = {
      ...httpParts(given, 'elastic'),
      kind: 'elastic',
      index,
      messageField: fields['message-field'] ?? null,
      timeField: fields['time-field'] ?? null,
      kibana: null,
    };
    const range = { span: spanOf(given), limit: limitOf(given.values) };
    const query = { kind: 'elastic', index, text: { kind, text }, ...range } as const;
    return { source, query, name: `Elasticsearch ${index} ${text}` };
  },
  journal({ values, now }) {
    const path = values.journal === thisMachine ? null : (values.journal ?? null);
    const units = values.unit ?? [];
    const priority = values.priority === undefined ? null : priorityOf(values.priority);
    const range = {
      from: instantOf('--since', values.since, now),
      until: instantOf('--until', values.until, now),
    };
    const boot = values.boot ? '0' : null;
    return {
      source: { kind: 'journal', name: 'journal', path },
      query: { kind: 'journal', units, priority, boot, ...range, limit: limitOf(values) },
      name: ['journal', ...(path === null ? [] : [path]), ...units].join(' '),
    };
  },
  command({ words }) {
    if (words.length === 0) refuse(needsProgram, '--command', '-- kubectl logs PODNAME');
    return {
      source: { kind: 'command', name: words[0], command: words },
      query: { kind: 'command' },
      name: words.join(' '),
    };
  },
};

const needsQuery = '{0} needs the query of the entries to fetch. Write --query {1}.';
const needsProgram = '{0} needs the program and its arguments, at the end. Write {0} {1}.';

function httpParts({ values, env }: Given, kind: 'loki' | 'elastic') {
  const url = checkedAddress(values[kind] ?? '');
  const authentication: Authentication = authenticationOf(kind, env);
  return { name: new URL(url).host, url, authentication, caFile: values['ca-file'] ?? null };
}

/** The last hour where nothing is said, as Loki itself has it. */
function spanOf({ values, now }: Given) {
  const until = instantOf('--until', values.until, now) ?? String(now);
  const from = instantOf('--since', values.since, now) ?? String(BigInt(until) - hourNs);
  if (BigInt(from) >= BigInt(until)) refuse(emptySpan, '--since', '--until');
  return { from, until };
}

const emptySpan = '{0} lies behind {1}. Name the earlier time first.';

/** A duration counts from now: what is still being written has no end. */
function instantOf(option: string, value: string | undefined, now: bigint): NsText | null {
  const bound = timeBoundOf(option, value);
  if (bound === null) return null;
  return String(isBeforeEnd(bound) ? now - bound.beforeEnd : bound);
}

function limitOf({ limit }: RemoteValues): number | null {
  return limit === undefined || limit === 'all' ? null : countOf('--limit', limit);
}

function priorityOf(value: string): number {
  if (/^[0-7]$/.test(value)) return Number(value);
  return priorities.indexOf(oneOf('--priority', value, priorities));
}

function refuse(pattern: Sentence['pattern'], ...values: Sentence['values']): never {
  throw new UsageError({ pattern, values });
}

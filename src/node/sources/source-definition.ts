import { InputError } from '../../protocol/input-error';
import type {
  Authentication,
  CommandSource,
  ElasticSource,
  JournalSource,
  LogSource,
  LokiSource,
  PrometheusSource,
  SourceKind,
} from '../../protocol/log-source';

/**
 * A source as people write it in settings. What may be left out is null; what is not as it should be rejects with an InputError that
 * names the source and the member.
 */
type Members = Readonly<Record<string, unknown>>;

const longestText = 4000;
const mostWords = 200;

const kinds: { readonly [Kind in SourceKind]: (parts: Members, name: string) => LogSource } = {
  loki: (parts, name): LokiSource => ({
    kind: 'loki',
    name,
    ...httpParts(parts, name),
    tenant: optionalText(parts.tenant, name, 'tenant'),
    grafana: pair(parts.grafana, name, 'grafana', ['url', 'datasource']),
  }),
  elastic: (parts, name): ElasticSource => ({
    kind: 'elastic',
    name,
    ...httpParts(parts, name),
    index: optionalText(parts.index, name, 'index') ?? '*',
    messageField: optionalText(parts.messageField, name, 'messageField'),
    timeField: optionalText(parts.timeField, name, 'timeField'),
    kibana: pair(parts.kibana, name, 'kibana', ['url', 'dataView']),
  }),
  prometheus: (parts, name): PrometheusSource => ({
    kind: 'prometheus',
    name,
    ...httpParts(parts, name),
    tenant: optionalText(parts.tenant, name, 'tenant'),
  }),
  journal: (parts, name): JournalSource => ({
    kind: 'journal',
    name,
    path: optionalText(parts.path, name, 'path'),
  }),
  command: (parts, name): CommandSource => ({ kind: 'command', name, command: words(parts.command, name) }),
};

/** Throws InputError `bad-source`. */
export function checkedSource(value: unknown): LogSource {
  const parts = membersOf(value) ?? fail('?', 'name');
  const name = text(parts.name, '?', 'name').trim();
  const kind = Object.hasOwn(kinds, String(parts.kind)) ? (parts.kind as SourceKind) : fail(name, 'kind');
  return kinds[kind](parts, name);
}

/** The address without a slash at its end. Throws InputError `bad-address`. */
export function checkedAddress(value: string): string {
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : refuseAddress(value);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') refuseAddress(value);
  if (url.username !== '' || url.password !== '') refuseCredentials();
  if (url.search !== '' || url.hash !== '') refuseAddress(value);
  return url.href.replace(/\/+$/, '');
}

function httpParts(parts: Members, name: string) {
  return {
    url: checkedAddress(text(parts.url, name, 'url')),
    authentication: authenticationOf(parts.authentication, name),
    caFile: optionalText(parts.caFile, name, 'caFile'),
  };
}

function authenticationOf(value: unknown, name: string): Authentication {
  if (value === undefined || value === null) return { kind: 'none' };
  const parts = membersOf(value) ?? fail(name, 'authentication');
  switch (parts.kind) {
    case 'none':
    case 'bearer':
    case 'apiKey':
      return { kind: parts.kind };
    case 'basic':
      return { kind: 'basic', user: text(parts.user, name, 'authentication.user') };
    default:
      return fail(name, 'authentication.kind');
  }
}

function pair<Names extends string>(
  value: unknown,
  name: string,
  member: string,
  names: readonly [Names, Names],
): { readonly [Name in Names]: string } | null {
  if (value === undefined || value === null) return null;
  const parts = membersOf(value) ?? fail(name, member);
  const entries = names.map((one) => [one, text(parts[one], name, `${member}.${one}`)]);
  return Object.fromEntries(entries) as { readonly [Name in Names]: string };
}

function words(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostWords) return fail(name, 'command');
  return value.map((word) => (typeof word === 'string' ? word : fail(name, 'command')));
}

function text(value: unknown, name: string, member: string): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > longestText) fail(name, member);
  return value as string;
}

function optionalText(value: unknown, name: string, member: string): string | null {
  return value === undefined || value === null || value === '' ? null : text(value, name, member);
}

function membersOf(value: unknown): Members | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Members) : undefined;
}

function fail(name: string, member: string): never {
  throw new InputError({
    code: 'bad-source',
    sentence: {
      pattern:
        'The log source {0} is not set up right: look at its member {1} in the setting oddline.sources, or remove the source and add it again.',
      values: [name, member],
    },
  });
}

function refuseAddress(value: string): never {
  throw new InputError({
    code: 'bad-address',
    sentence: {
      pattern: '{0} is no address of a server. Write it as in https://logs.example.com:3100.',
      values: [value.slice(0, 200)],
    },
  });
}

function refuseCredentials(): never {
  throw new InputError({
    code: 'bad-address',
    sentence: {
      pattern:
        'An address holds no user and password: they would stand in a file. Leave them out here and choose an authentication.',
      values: [],
    },
  });
}

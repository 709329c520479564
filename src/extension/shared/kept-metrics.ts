import type { MetricsOrigin } from '../../protocol/metrics';

/** Where the metrics of a log come from, by its uri. */
export interface KeptMetrics {
  readonly uri: string;
  readonly origins: readonly MetricsOrigin[];
}

/** VS Code reads all of a workspace's state when it opens it. */
const mostLogs = 100;
/** More curves nobody tells apart. */
const mostOrigins = 20;
const longestText = 20_000;

/** What is no such thing, of another version or damaged, is left out. */
export function keptMetrics(data: unknown): readonly KeptMetrics[] {
  if (!Array.isArray(data)) return [];
  return data.filter(isObject).flatMap(({ uri, origins }) => {
    if (typeof uri !== 'string' || !Array.isArray(origins)) return [];
    const known = origins.flatMap((origin) => originOf(origin) ?? []);
    return known.length > 0 ? [{ uri, origins: known }] : [];
  });
}

/** The log last, as what was changed last is kept longest; one without origins needs no place. */
export function withOrigins(
  list: readonly KeptMetrics[],
  { uri, origins }: KeptMetrics,
): readonly KeptMetrics[] {
  const others = list.filter((one) => one.uri !== uri);
  const kept = origins.slice(-mostOrigins);
  return (kept.length > 0 ? [...others, { uri, origins: kept }] : others).slice(-mostLogs);
}

/** Anew at the end where it was there. */
export function withOrigin(origins: readonly MetricsOrigin[], origin: MetricsOrigin): MetricsOrigin[] {
  return [...without(origins, origin), origin];
}

export function without(origins: readonly MetricsOrigin[], origin: MetricsOrigin): MetricsOrigin[] {
  return origins.filter((one) => keyOf(one) !== keyOf(origin));
}

function keyOf(origin: MetricsOrigin): string {
  return JSON.stringify(origin.kind === 'csv' ? [origin.path] : [origin.source, origin.query]);
}

function originOf(value: unknown): MetricsOrigin | undefined {
  if (!isObject(value)) return undefined;
  const { kind, path, source, query } = value;
  if (kind === 'csv' && isText(path)) return { kind, path };
  if (kind === 'prometheus' && isText(source) && isText(query)) return { kind, source, query };
  return undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestText;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

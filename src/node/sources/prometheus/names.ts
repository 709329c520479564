import { InputError } from '../../../protocol/input-error';
import type { PrometheusSource, TimeSpan } from '../../../protocol/log-source';
import type { NamesRequest } from '../../../protocol/sources';
import type { Asking } from '../source-reader';
import { PrometheusClient } from './prometheus-client';

const mostNames = 5000;

/** The metrics of the span; none where the server keeps the list to itself. */
export function metricNames(
  source: PrometheusSource,
  { span }: NamesRequest,
  asking: Asking,
): Promise<readonly string[]> {
  return valuesOf('__name__', source, span, asking);
}

export async function valuesOf(
  label: string,
  source: PrometheusSource,
  { from, until }: TimeSpan,
  asking: Asking,
): Promise<readonly string[]> {
  const client = new PrometheusClient(source, asking);
  const parameters = { start: seconds(from), end: seconds(until), limit: `${mostNames}` };
  try {
    const { data } = await client.data(`/label/${encodeURIComponent(label)}/values`, parameters);
    const names = Array.isArray(data) ? data.filter((name) => typeof name === 'string') : [];
    return names.sort().slice(0, mostNames);
  } catch (error) {
    if (error instanceof InputError && error.code === 'remote-status-403') return [];
    throw error;
  }
}

function seconds(ns: string): string {
  return `${BigInt(ns) / 1_000_000_000n}`;
}

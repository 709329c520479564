import { wholeMatchers } from '../../../engine/logql/whole-matchers';
import type { LokiSource, TimeSpan } from '../../../protocol/log-source';
import type { NamesRequest, ValuesRequest } from '../../../protocol/sources';
import { jsonObject } from '../http/answers';
import type { Asking } from '../source-reader';
import { LokiClient } from './loki-client';
import { answered, troubleOf } from './troubles';

const mostNames = 5000;

export function labelNames(
  source: LokiSource,
  request: NamesRequest,
  asking: Asking,
): Promise<readonly string[]> {
  return list(source, '/labels', request, asking);
}

export function labelValues(
  source: LokiSource,
  request: ValuesRequest,
  asking: Asking,
): Promise<readonly string[]> {
  return list(source, `/label/${encodeURIComponent(request.name)}/values`, request, asking);
}

/** Where the span is longer than the server allows, of its newest part; where it does not take the selector, of all. */
async function list(
  source: LokiSource,
  path: string,
  { span, within }: NamesRequest,
  asking: Asking,
): Promise<readonly string[]> {
  const client = new LokiClient(source, asking);
  let asked: TimeSpan = span;
  let selector = wholeMatchers(within);
  for (let attempt = 0; ; attempt++) {
    const parameters = { start: asked.from, end: asked.until, query: selector === '' ? undefined : selector };
    const answer = await client.quickly(path, parameters);
    const trouble = answer.status === 200 ? null : troubleOf(answer, source);
    if (trouble === null || attempt === 2) return texts(jsonObject(answered(answer, source), source).data);
    if (trouble.kind === 'shorter') asked = { ...span, from: `${BigInt(span.until) - trouble.mostNs}` };
    else if (answer.status === 400 && selector !== '') selector = '';
    else return texts(jsonObject(answered(answer, source), source).data);
  }
}

/** Where there are none, an answer has no data at all. */
function texts(data: unknown): readonly string[] {
  const all = Array.isArray(data) ? data.filter((name) => typeof name === 'string') : [];
  return all
    .filter((name) => name !== '__stream_shard__')
    .sort()
    .slice(0, mostNames);
}

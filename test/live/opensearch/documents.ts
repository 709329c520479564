import { type Multiset, multiset } from '../multiset';
import { keyOf } from '../spool-entries';

export const second = 1_000_000_000n;
/** 2026-03-01T00:00:00Z */
export const start = 1_772_323_200n * second;

export interface Document {
  readonly time: string;
  readonly text: string;
  readonly fields?: object;
}

export interface IndexParts {
  readonly type?: 'date' | 'date_nanos';
  readonly shards?: number;
  /** Of an index that is there already, nothing is made. */
  readonly exists?: boolean;
}

const bulkLines = 5_000;
const headers = { 'content-type': 'application/x-ndjson' };

/** `at` counts from 0; the same time for each `together` in a row. */
export function documents(
  count: number,
  { from = start, stepNs = second / 1000n, together = 1, name = 'crate' } = {},
): Document[] {
  return Array.from({ length: count }, (_, at) => ({
    time: `${from + BigInt(Math.floor(at / together)) * stepNs}`,
    text: `${name} ${at} went through hatch ${at % 7}`,
    fields: { service: { name: `dock-${at % 3}` }, log: { level: at % 50 === 0 ? 'error' : 'info' } },
  }));
}

export const allOf = (made: readonly Document[]): Multiset => multiset(made.map(keyOf));

export async function makeIndex(
  url: string,
  index: string,
  { type = 'date_nanos', shards = 2 }: IndexParts = {},
) {
  const body = {
    settings: { number_of_shards: shards, number_of_replicas: 0 },
    mappings: {
      properties: {
        '@timestamp': { type },
        message: { type: 'text' },
        service: { properties: { name: { type: 'keyword' } } },
        log: { properties: { level: { type: 'keyword' } } },
      },
    },
  };
  await send(url, 'PUT', `/${index}`, JSON.stringify(body));
}

/** Resolves when they can be found. */
export async function put(url: string, index: string, made: readonly Document[]): Promise<void> {
  for (let at = 0; at < made.length; at += bulkLines) {
    const lines = made.slice(at, at + bulkLines).map(({ time, text, fields }) => {
      const document = { '@timestamp': timeText(time), message: text, ...fields };
      return `{"index":{}}\n${JSON.stringify(document)}\n`;
    });
    await send(url, 'POST', `/${index}/_bulk`, lines.join(''));
  }
  await send(url, 'POST', `/${index}/_refresh`);
}

export async function send(url: string, method: string, path: string, body?: string): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: body?.includes('\n') ? headers : { 'content-type': 'application/json' },
    body: body ?? null,
  });
  const text = await answer.text();
  if (!answer.ok || /"errors":true/.test(text))
    throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

function timeText(ns: string): string {
  const whole = new Date(Number(BigInt(ns) / second) * 1000).toISOString().slice(0, -'.000Z'.length);
  return `${whole}.${ns.slice(-9)}Z`;
}

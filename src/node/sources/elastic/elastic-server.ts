import { InputError } from '../../../protocol/input-error';
import { isObject } from '../http/answers';
import { notItsApi } from '../http/problems';
import type { ElasticClient } from './elastic-client';

/** Which of the two it is: their ways parted at 7.10, and what came after has other names on each. */
export interface ElasticServer {
  readonly product: 'elasticsearch' | 'opensearch';
  /** `OpenSearch 2.19.1`. */
  readonly title: string;
  readonly major: number;
  readonly minor: number;
}

const titles = { elasticsearch: 'Elasticsearch', opensearch: 'OpenSearch' } as const;
/** The first with points in time. */
const oldest = { elasticsearch: [7, 10], opensearch: [2, 4] } as const;

/** Throws InputError where it is neither, or too old. */
export async function serverOf(client: ElasticClient): Promise<ElasticServer> {
  const server = readServer(await client.json({ method: 'GET', path: '/' }));
  if (!server) throw notItsApi(client.source);
  const [major, minor] = oldest[server.product];
  if (!isAtLeast(server, major, minor)) throw tooOld(server, `${titles[server.product]} ${major}.${minor}`);
  return server;
}

export function isAtLeast(server: ElasticServer, major: number, minor: number): boolean {
  return server.major > major || (server.major === major && server.minor >= minor);
}

/**
 * OpenSearch may be set to call itself 7.10.2 for old clients and then leaves out `distribution`; its tagline stays.
 * Source: the documentation of `compatibility.override_main_response_version`.
 */
function readServer({ version, tagline }: Record<string, unknown>): ElasticServer | null {
  if (!isObject(version) || typeof version.number !== 'string') return null;
  const found = /^(\d+)\.(\d+)/.exec(version.number);
  if (!found) return null;
  const isOpen = version.distribution === 'opensearch' || /opensearch/i.test(String(tagline));
  const product = isOpen ? 'opensearch' : 'elasticsearch';
  const isDisguised = isOpen && version.distribution !== 'opensearch';
  const [major, minor] = isDisguised ? oldest.opensearch : [Number(found[1]), Number(found[2])];
  const shown = isDisguised ? '' : ` ${version.number.slice(0, 40)}`;
  return { product, title: `${titles[product]}${shown}`, major, minor };
}

function tooOld({ title }: ElasticServer, needed: string): InputError {
  return new InputError({
    code: 'elastic-too-old',
    sentence: {
      pattern:
        '{0} has no points in time, without which entries would be lost between pages. It takes {1} or newer.',
      values: [title, needed],
    },
  });
}

import { InputError } from '../../../protocol/input-error';
import type { HttpAnswer } from '../../../protocol/sources';
import { isObject, succeeded } from '../http/answers';
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
  const answer = await client.anyAnswer({ method: 'GET', path: '/' });
  const server =
    hiddenServer(answer) ?? readServer(client.parsed(succeeded(answer, client.source), 'quickly'));
  if (!server) throw notItsApi(client.source);
  const [major, minor] = oldest[server.product];
  if (!isAtLeast(server, major, minor)) throw tooOld(server, `${titles[server.product]} ${major}.${minor}`);
  return server;
}

export function isAtLeast(server: ElasticServer, major: number, minor: number): boolean {
  return server.major > major || (server.major === major && server.minor >= minor);
}

/**
 * Who may read an index need not be allowed to ask who answers. Elasticsearch of 7.14 and later says so in a header of each answer;
 * of OpenSearch only what all with points in time have is taken for granted.
 */
function hiddenServer(answer: HttpAnswer): ElasticServer | null {
  if (answer.status !== 403 || !/security_exception/.test(serverText(answer))) return null;
  const isElastic = answer.headers['x-elastic-product'] !== undefined;
  const product = isElastic ? 'elasticsearch' : 'opensearch';
  const [major, minor] = isElastic ? [7, 14] : oldest.opensearch;
  return { product, title: titles[product], major, minor };
}

function serverText({ body }: HttpAnswer): string {
  return new TextDecoder().decode(body.subarray(0, 4096));
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

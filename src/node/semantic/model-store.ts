import { InputError } from '../../protocol/input-error';
import { systemClock } from '../llm/clock';
import { type HttpStream, openHttp } from '../llm/open-http';
import { beginningOf } from '../llm/refused-request';
import { TransportError } from '../sources/transport';
import { modelHost } from './downloadable-models';

/** A file of a model as the store lists it. */
export interface Listed {
  readonly path: string;
  readonly bytes: number;
  /** Large files go by their SHA-256, small ones by git's own checksum of them. */
  readonly checksum: { readonly kind: 'sha256' | 'git'; readonly hex: string };
}

export interface StoredFile {
  readonly id: string;
  readonly revision: string;
  readonly path: string;
}

/** Where models lie. All reject with InputError, or with the signal's reason. */
export interface ModelStore {
  readonly host: string;
  list(id: string, signal: AbortSignal): Promise<{ readonly revision: string; readonly files: Listed[] }>;
  open(file: StoredFile, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

const mostListBytes = 4 * 1024 * 1024;
const mostRedirects = 5;
const parts = { clock: systemClock, connectSeconds: 30, silenceSeconds: 60 };

/** Hugging Face's, by its interface (`/api/models/ID?blobs=true`, `/ID/resolve/REVISION/FILE`); `base` is another in tests. */
export function modelStore(base: string = modelHost): ModelStore {
  const { host } = new URL(base);
  return {
    host,
    async list(id, signal) {
      const stream = await answered(new URL(`${base}/api/models/${id}?blobs=true`), host, signal);
      const listed = listOf(await beginningOf(stream.pieces, mostListBytes));
      if (listed === undefined) throw refused(host, id, 'JSON');
      return listed;
    },
    async open({ id, revision, path }, signal) {
      return (await answered(new URL(`${base}/${id}/resolve/${revision}/${path}`), host, signal)).pieces;
    },
  };
}

/** Follows where the store sends on to, within its own names: nothing that identifies anybody goes along. */
async function answered(url: URL, host: string, signal: AbortSignal, hop = 0): Promise<HttpStream> {
  const asked = { method: 'GET', headers: { 'User-Agent': 'oddline', Accept: '*/*' }, body: null } as const;
  const stream = await openHttp(url, asked, parts, signal).catch((error: unknown) => {
    throw error instanceof TransportError ? refused(host, url.pathname, error.message || error.code) : error;
  });
  if (stream.status === 200) return stream;
  await beginningOf(stream.pieces, 1);
  const { location } = stream.headers;
  const isMoved = stream.status >= 300 && stream.status < 400 && location !== undefined;
  const next = isMoved && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  if (next === undefined || hop >= mostRedirects) throw refused(host, url.pathname, String(stream.status));
  if (!isOfStore(next, url, host)) throw refused(host, url.pathname, next.host);
  return answered(next, host, signal, hop + 1);
}

/** Never from https to http. */
function isOfStore(next: URL, before: URL, host: string): boolean {
  if (next.protocol !== before.protocol) return false;
  const isOwn = next.hostname.endsWith('.huggingface.co') || next.hostname.endsWith('.hf.co');
  return next.host === host || (next.protocol === 'https:' && isOwn);
}

function listOf(text: string): { revision: string; files: Listed[] } | undefined {
  const answer = parsed(text) as { sha?: unknown; siblings?: unknown } | null | undefined;
  if (typeof answer?.sha !== 'string' || !/^[0-9a-f]{7,64}$/.test(answer.sha)) return undefined;
  if (!Array.isArray(answer.siblings)) return undefined;
  return { revision: answer.sha, files: answer.siblings.flatMap(listedOf) };
}

interface Sibling {
  readonly rfilename?: unknown;
  readonly size?: unknown;
  readonly blobId?: unknown;
  readonly lfs?: { readonly sha256?: unknown; readonly size?: unknown } | null;
}

/** Nothing where its size or checksum is not told: what cannot be held against anything is not taken. */
function listedOf(entry: Sibling | null): readonly Listed[] {
  const { rfilename: path, size, blobId, lfs } = entry ?? {};
  const bytes = lfs?.size ?? size;
  const hex = lfs ? lfs.sha256 : blobId;
  if (typeof path !== 'string' || !isSize(bytes) || typeof hex !== 'string') return [];
  return [{ path, bytes, checksum: { kind: lfs ? 'sha256' : 'git', hex } }];
}

/** One below 0 would take others past the limit. */
function isSize(bytes: unknown): bytes is number {
  return Number.isSafeInteger(bytes) && Number(bytes) >= 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(host: string, what: string, why: string): InputError {
  return new InputError({
    code: 'no-model',
    sentence: {
      pattern:
        '{0} did not give {1} ({2}). Check the network and its proxy, or fetch the files with a browser and choose their folder.',
      values: [host, what.slice(0, 200), why.slice(0, 200)],
    },
  });
}

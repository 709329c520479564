import { oneLine } from '../sources/http/server-words';
import type { HttpStream } from './open-http';

/** A server answered, and not with what was asked for. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
    /** Its beginning. */
    readonly body: string,
  ) {
    super(`${status}`);
    this.name = 'RefusedRequest';
  }
}

/** What a server says of an error in any of the shapes there are; '' where it does not. Hostile: only values of a Sentence. */
export interface ServerError {
  /** One line. */
  readonly message: string;
  readonly code: string;
  readonly type: string;
  readonly param: string;
  /** llama.cpp's `n_ctx`. */
  readonly contextTokens: number | null;
}

const mostBytes = 64 * 1024;

export async function refusalOf({ status, headers, pieces }: HttpStream): Promise<RefusedRequest> {
  return new RefusedRequest(status, headers, await beginningOf(pieces, mostBytes));
}

/** Reads no further than it keeps. */
export async function beginningOf(pieces: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    kept.push(piece);
    bytes += piece.length;
    if (bytes >= most) break;
  }
  return Buffer.concat(kept).subarray(0, most).toString();
}

export function isPage(text: string): boolean {
  return /^\s*<[!?a-z]/i.test(text);
}

/**
 * Of `{error: {message, code}}` (OpenAI), `{error: "…"}` (LM Studio), `{message}` and `{detail}` (vLLM, FastAPI), or of plain text. Some
 * servers repeat the key they were asked with: it is left out.
 */
export function serverError(body: string, key: string | null): ServerError {
  return errorOf(parsed(body) ?? (isPage(body) ? '' : body), key);
}

export function errorOf(value: unknown, key: string | null): ServerError {
  const inner = innermost(value);
  const words = (part: unknown) => oneLine(withoutKey(textOf(part), key));
  if (!isObject(inner)) return { ...nothing, message: words(inner) };
  return {
    message: [inner.message, inner.detail, inner.error].map(words).find((text) => text !== '') ?? '',
    code: words(inner.code),
    type: words(inner.type),
    param: words(inner.param),
    contextTokens: typeof inner.n_ctx === 'number' ? inner.n_ctx : null,
  };
}

/** Shorter ones are words, and no key of anybody. */
const shortestKey = 6;

export function withoutKey(text: string, key: string | null): string {
  if (key === null || key.length < shortestKey) return text;
  return text.replaceAll(key, '…').replaceAll(encodeURIComponent(key), '…');
}

const nothing: ServerError = { message: '', code: '', type: '', param: '', contextTokens: null };

type Plain = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/** Gateways wrap what a server said in lists and in `error` of their own. */
function innermost(value: unknown): unknown {
  const first = Array.isArray(value) ? value[0] : value;
  return isObject(first) && isObject(first.error) ? innermost(first.error) : first;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return isObject(value) ? JSON.stringify(value) : '';
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

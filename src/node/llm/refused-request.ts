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
  return /^\s*<(?:!doctype|html|\?xml|head|body)/i.test(text);
}

/** Of `{error: {message, code}}` (OpenAI), `{error: "…"}` (LM Studio), `{message}` and `{detail}` (vLLM, FastAPI), or of plain text. */
export function serverError(body: string): ServerError {
  return errorOf(parsed(body) ?? (isPage(body) ? '' : body));
}

export function errorOf(value: unknown): ServerError {
  const inner = innermost(value);
  if (!isObject(inner)) return { ...nothing, message: oneLine(textOf(inner)) };
  const message = [inner.message, inner.detail, inner.error].map(textOf).find((text) => text !== '') ?? '';
  return {
    message: oneLine(message),
    code: textOf(inner.code),
    type: textOf(inner.type),
    param: textOf(inner.param),
    contextTokens: typeof inner.n_ctx === 'number' ? inner.n_ctx : null,
  };
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

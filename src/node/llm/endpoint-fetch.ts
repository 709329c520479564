import { TransportError } from '../sources/transport';
import { begun } from './begun-answer';
import { type HttpParts, type HttpStream, openHttp } from './open-http';
import { beginningOf, RefusedRequest, refusalOf, serverError } from './refused-request';

/** More is no answer of a model. */
const mostWholeBytes = 16 * 1024 * 1024;
const doneLetters = 64;
const emptyLine = new TextEncoder().encode('\n\n');
/** Of a stream: an answer of 100,000 tokens, each an event of its own. */
const mostStreamBytes = 128 * 1024 * 1024;
/** Whoever takes lines apart looks at an open one again with each piece that comes. */
const mostLineBytes = 1024 * 1024;

/** What was seen of a stream beside its events. */
export interface Seen {
  /** The server closed it by `[DONE]`, which the library keeps to itself. */
  isDone: boolean;
  /** Nothing more comes of it. */
  hasEnded: boolean;
}

/**
 * A `fetch` for the library `openai`: only the headers written here go out (the library adds its own of this machine, and what
 * OPENAI_* variables say), and whatever is no answer is thrown as RefusedRequest, with all a server said.
 */
export function endpointFetch(key: string | null, parts: HttpParts, signal: AbortSignal, seen: Seen) {
  return async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const asked = {
      method: 'POST',
      headers: headersOf(key, 'text/event-stream'),
      body: typeof init.body === 'string' ? init.body : null,
    } as const;
    // The library's own ends where whoever reads the answer stops reading.
    const either = init.signal ? AbortSignal.any([signal, init.signal]) : signal;
    const stream = await openHttp(new URL(String(address)), asked, parts, either);
    if (stream.status !== 200) throw await refusalOf(stream);
    const { beginning, pieces } = await begun(stream.pieces);
    const answer = { ...stream, pieces };
    const kind = kindOf(beginning, stream.headers['content-type'] ?? '');
    if (kind === 'page') throw await refusalOf(answer);
    return kind === 'whole' ? await wholeAsStream(answer, seen) : streamed(answer, seen);
  };
}

/** What is in an answer, whatever its server calls it: gateways pass streams on as `application/json`, and objects as streams. */
function kindOf(beginning: string, type: string): 'stream' | 'whole' | 'page' {
  if (/^(?:data|event|id|retry)?:/.test(beginning)) return 'stream';
  if (beginning.startsWith('<') || /^text\/html/i.test(type)) return 'page';
  return /^[[{]/.test(beginning) || /^application\/json/i.test(type) ? 'whole' : 'stream';
}

const headerText = /^[\x21-\x7e]+$/;

/** Throws RefusedRequest 401 where the key is none: HTTP could not carry it. */
export function headersOf(key: string | null, accept: string): Record<string, string> {
  if (key !== null && !headerText.test(key)) throw new RefusedRequest(401, {}, '');
  return {
    Accept: accept,
    'Content-Type': 'application/json',
    'User-Agent': 'oddline',
    ...(key !== null && { Authorization: `Bearer ${key}` }),
  };
}

function streamed({ pieces }: HttpStream, seen: Seen): Response {
  const iterator = pieces[Symbol.asyncIterator]();
  const bounds = new StreamBounds();
  let tail = '';
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) {
          if (seen.hasEnded) return controller.close();
          seen.hasEnded = true;
          // Some servers leave out the empty line behind the last event.
          return controller.enqueue(emptyLine);
        }
        if (!bounds.take(value)) {
          await iterator.return?.();
          throw new TransportError('too-large', 'an answer without an end');
        }
        tail += Buffer.from(value).toString('latin1');
        // In an event a line never begins so: JSON escapes its line ends.
        if (/(?:^|[\r\n])data: ?\[DONE\]/.test(tail)) seen.isDone = true;
        tail = tail.slice(-doneLetters);
        controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    // What nobody asked for yet is not read ahead.
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

/** A stream, or a line of it, may have no end. */
class StreamBounds {
  private bytes = 0;
  private line = 0;

  /** False where it is too long by now. */
  take(piece: Uint8Array): boolean {
    this.bytes += piece.length;
    const feed = piece.lastIndexOf(0x0a);
    this.line = feed < 0 ? this.line + piece.length : piece.length - feed - 1;
    return this.bytes <= mostStreamBytes && this.line <= mostLineBytes;
  }
}

/** Some gateways cannot stream and answer in one object: told as a stream of one event. */
async function wholeAsStream(stream: HttpStream, seen: Seen): Promise<Response> {
  const text = await beginningOf(stream.pieces, mostWholeBytes);
  const choices = choicesOf(text);
  if (choices === null)
    throw new RefusedRequest(serverError(text, null).message === '' ? 404 : 500, stream.headers, text);
  seen.isDone = true;
  return new Response(`data: ${choices}\n\n`, { headers: { 'Content-Type': 'text/event-stream' } });
}

function choicesOf(text: string): string | null {
  try {
    const { choices, usage } = JSON.parse(text) as { choices?: { message?: unknown }[]; usage?: unknown };
    if (!Array.isArray(choices)) return null;
    return JSON.stringify({
      choices: choices.map(({ message, ...rest }) => ({ ...rest, delta: message })),
      usage,
    });
  } catch {
    return null;
  }
}

import type { HttpSource } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { TransportError } from '../transport';
import { notItsApi, statusProblem, transportProblem } from './problems';

const decoder = new TextDecoder();

/** The answer, where its status is one of success. Throws InputError. */
export function succeeded(answer: HttpAnswer, source: HttpSource): HttpAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw statusProblem(answer, source);
}

/**
 * The object a body holds in JSON, or in what `parse` reads. Throws InputError where it is anything else: half an answer, whose end nobody
 * told, or a page for browsers.
 */
export function jsonObject(
  { body }: Pick<HttpAnswer, 'body'>,
  source: HttpSource,
  parse: (text: string) => unknown = JSON.parse,
): Record<string, unknown> {
  const text = decoder.decode(body);
  const value = parsedOrNothing(parse, text);
  if (isObject(value)) return value;
  const isHalf = value === undefined && /^\s*\{\s*"/.test(text);
  throw isHalf ? transportProblem(new TransportError('cut', 'half an answer'), source) : notItsApi(source);
}

function parsedOrNothing(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A path with its query string; what is undefined is left out. */
export function pathWith(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

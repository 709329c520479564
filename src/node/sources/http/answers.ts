import type { HttpSource } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { notItsApi, statusProblem } from './problems';

const decoder = new TextDecoder();

/** The answer, where its status is one of success. Throws InputError. */
export function succeeded(answer: HttpAnswer, source: HttpSource): HttpAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw statusProblem(answer, source);
}

/** The object a body holds in JSON. Throws InputError where it is anything else: what answers is no such server. */
export function jsonObject(answer: Pick<HttpAnswer, 'body'>, source: HttpSource): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(decoder.decode(answer.body));
    if (isObject(value)) return value;
  } catch {
    // A page for browsers, or half an answer.
  }
  throw notItsApi(source);
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

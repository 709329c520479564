import type { HttpAnswer } from '../../../protocol/sources';

const mostBytes = 16 * 1024;
const mostLetters = 400;
const decoder = new TextDecoder();

/**
 * A server's own words of an answer: on one line, without control characters, cut where they are long; '' where it sent a page
 * for browsers or nothing. Hostile: only a value of a Sentence.
 */
export function serverWords({ body }: Pick<HttpAnswer, 'body'>): string {
  const text = decoder.decode(body.subarray(0, mostBytes)).trim();
  if (/^<(?:!doctype|html|\?xml|head|body)/i.test(text)) return '';
  return oneLine(innerMessage(text));
}

/** `401: no org id`, or the status alone. */
export function said(answer: Pick<HttpAnswer, 'status' | 'body'>): string {
  const words = serverWords(answer);
  return words === '' ? String(answer.status) : `${answer.status}: ${words}`;
}

/** Of whatever length and content, as one short line. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line;
}

/** The message in JSON of the shapes `{error}`, `{message}`, `{error: {reason}}` and `{error: {root_cause: [{reason}]}}`. */
function innerMessage(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const { error, message } = JSON.parse(text) as Record<string, unknown>;
    for (const candidate of [rootCause(error), reasonOf(error), error, message]) {
      if (typeof candidate === 'string' && candidate !== '') return candidate;
    }
  } catch {
    // Cut or no JSON after all: as it is.
  }
  return text;
}

function reasonOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? (error as { reason?: unknown }).reason : undefined;
}

function rootCause(error: unknown): unknown {
  const causes =
    typeof error === 'object' && error !== null ? (error as { root_cause?: unknown }).root_cause : undefined;
  return Array.isArray(causes) ? reasonOf(causes[0]) : undefined;
}

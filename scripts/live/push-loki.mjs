import { ToldError } from '../progress.mjs';

/**
 * @typedef {object} PushedEntry
 * @property {string} time nanoseconds since the epoch
 * @property {string} text
 * @property {Readonly<Record<string, string>>} [own] structured metadata
 */
/** @typedef {{ labels: Readonly<Record<string, string>>, entries: readonly PushedEntry[] }} PushedStream */

/** Loki hands pushed text on by gRPC, which takes 4 MiB. */
const MOST_BYTES = 1024 * 1024;

/** @param {PushedStream} stream @returns {Generator<PushedStream>} */
function* batchesOf({ labels, entries }) {
  let first = 0;
  let bytes = 0;
  for (let at = 0; at < entries.length; at++) {
    bytes += (entries[at]?.text.length ?? 0) + 40;
    if (bytes < MOST_BYTES) continue;
    yield { labels, entries: entries.slice(first, at + 1) };
    first = at + 1;
    bytes = 0;
  }
  if (first < entries.length) yield { labels, entries: entries.slice(first) };
}

/** @param {PushedStream} stream */
const bodyOf = ({ labels, entries }) =>
  JSON.stringify({
    streams: [
      {
        stream: labels,
        values: entries.map(({ time, text, own }) => (own ? [time, text, own] : [time, text])),
      },
    ],
  });

/**
 * Pushes streams, each in the order of its entries, and resolves when the server has taken them all.
 * @param {string} url
 * @param {readonly PushedStream[]} streams
 * @param {string | null} [tenant]
 */
export async function pushLoki(url, streams, tenant = null) {
  const headers = {
    'content-type': 'application/json',
    ...(tenant === null ? {} : { 'x-scope-orgid': tenant }),
  };
  for (const stream of streams) {
    for (const batch of batchesOf(stream)) {
      const answer = await fetch(`${url}/loki/api/v1/push`, { method: 'POST', headers, body: bodyOf(batch) });
      if (!answer.ok) throw new ToldError(`push: ${answer.status} ${await answer.text()}`);
    }
  }
}

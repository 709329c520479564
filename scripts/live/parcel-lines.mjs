/**
 * Ever more entries in order of time, without holding them all: batches of one stream after the other. Each text holds its number.
 * @param {{ count: number, from: bigint, stepNs: bigint, streams: number, app: string }} parts
 * @returns {Generator<import('./push-loki.mjs').PushedStream>}
 */
export function* parcelBatches({ count, from, stepNs, streams, app }) {
  const batch = 5_000;
  for (let first = 0; first < count; first += batch) {
    const host = (first / batch) % streams;
    const entries = Array.from({ length: Math.min(batch, count - first) }, (_, at) => {
      const number = first + at;
      const text =
        number % 1000 === 999
          ? `level=warn msg="parcel ${number} is late" gate=${number % 12} minutes=${number % 45}`
          : `level=info msg="parcel ${number} moved" gate=${number % 12} weight=${(number * 7919) % 9973} courier=c-${(number * 31) % 997} took=${(number * 17) % 250}ms`;
      return { time: `${from + BigInt(number) * stepNs}`, text };
    });
    yield { labels: { app, host: `h-${host}` }, entries };
  }
}

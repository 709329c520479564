import { ToldError } from '../progress.mjs';

/**
 * @typedef {object} PushedGauge
 * @property {string} name
 * @property {Readonly<Record<string, string>>} [labels]
 * @property {readonly (readonly [seconds: number, value: number])[]} points
 */

/** @param {PushedGauge} gauge */
const metricOf = ({ name, labels = {}, points }) => ({
  name,
  gauge: {
    dataPoints: points.map(([seconds, value]) => ({
      timeUnixNano: `${BigInt(Math.round(seconds * 1000)) * 1_000_000n}`,
      // In JSON a number cannot be infinite: protobuf's mapping writes it as a text.
      asDouble: Number.isFinite(value) ? value : String(value),
      attributes: Object.entries(labels).map(([key, text]) => ({ key, value: { stringValue: text } })),
    })),
  },
});

/**
 * Pushes gauges by OTLP over HTTP and resolves when the server has taken them.
 * @param {string} url @param {readonly PushedGauge[]} gauges
 */
export async function pushGauges(url, gauges) {
  const body = JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics: gauges.map(metricOf) }] }] });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/otlp/v1/metrics`, { method: 'POST', headers, body });
  if (!answer.ok) throw new ToldError(`${url} did not take metrics: ${answer.status} ${await answer.text()}`);
}

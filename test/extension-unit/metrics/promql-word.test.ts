import { describe, expect, it } from 'vitest';
import { metricNameStart } from '../../../src/extension/metrics/promql-word';

/** `^` stands where a name begins; the query ends where the text does. */
const queries = [
  '^',
  '^ht',
  'sum(^',
  'sum by (job) (rate(^http_req',
  'up{job="a"} + ^go',
  'up{job="a{b"} * ^',
  'a / ^b:c',
  'up > ^',
  'up and ^',
  'up{job="a',
  'up{jo',
  'up{job="a", ',
  'rate(up[5m',
  'up offset 5m',
  'up ',
  "label_replace(up, 'to",
];

describe('the name of a metric that is being typed', () => {
  it.each(queries.map((text) => [text]))('%s', (text) => {
    const at = text.indexOf('^');
    expect(metricNameStart(text.replace('^', ''))).toBe(at < 0 ? undefined : at);
  });
});

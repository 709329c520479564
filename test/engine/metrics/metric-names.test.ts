import { describe, expect, it } from 'vitest';
import { namedUnit, seriesName, unitOfName } from '../../../src/engine/metrics/metric-names';

const named: readonly (readonly [text: string, name: string, unit: string])[] = [
  ['latency (ms)', 'latency', 'ms'],
  ['latency(ms)', 'latency', 'ms'],
  ['cpu [%]', 'cpu', '%'],
  ['throughput (req/s)', 'throughput', 'req/s'],
  ['rate(x)', 'rate(x)', ''],
  ['load (of all cores)', 'load (of all cores)', ''],
  [' cpu_percent ', 'cpu_percent', '%'],
  ['', '', ''],
];

const units: readonly (readonly [name: string, unit: string])[] = [
  ['node_cpu_seconds_total', 's'],
  ['process_resident_memory_bytes', 'bytes'],
  ['responseTimeMs', 'ms'],
  ['net_bytes_per_second', 'bytes/s'],
  ['errors_per_second', '1/s'],
  ['seconds', 's'],
  ['percent', '%'],
  ['mb', ''],
  ['s', ''],
  ['items', ''],
  ['%idle', '%'],
  ['temp_celsius', '°C'],
  ['constructor', ''],
  ['x_constructor', ''],
];

describe('what a column counts in', () => {
  it.each(named)('%j is %j in %j', (text, name, unit) => expect(namedUnit(text)).toEqual({ name, unit }));
  it.each(units)('%s: %j', (name, unit) => expect(unitOfName(name)).toBe(unit));
});

describe('what a series is called', () => {
  it('has its labels in braces, with quotes in them escaped', () => {
    expect(seriesName('up', [['job', 'a "b"']], '?')).toBe('up{job="a \\"b\\""}');
  });
  it('is cut where nobody could read it', () => {
    expect(seriesName('up', [['job', 'x'.repeat(60_000)]], '?')).toMatch(/^up\{job="x{392}…$/);
  });
  it('is the query where nothing else tells', () => expect(seriesName('', [], 'sum(up)')).toBe('sum(up)'));
});

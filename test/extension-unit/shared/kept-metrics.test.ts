import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptMetrics, withOrigin, withOrigins, without } from '../../../src/extension/shared/kept-metrics';
import type { MetricsOrigin } from '../../../src/protocol/metrics';

const load: MetricsOrigin = { kind: 'csv', path: '/var/load.csv' };
const up: MetricsOrigin = { kind: 'prometheus', source: 'figures', query: 'up' };
const kept = { uri: 'file:///app.log', origins: [load, up] };

describe('metrics as a workspace keeps them', () => {
  it('are the same after they were written and read', () => {
    expect(keptMetrics(JSON.parse(JSON.stringify([kept])))).toEqual([kept]);
  });

  it('hold no more of an origin than it needs', () => {
    const secret = { ...up, token: 'abc' };
    expect(keptMetrics([{ uri: kept.uri, origins: [secret] }])).toEqual([{ uri: kept.uri, origins: [up] }]);
  });

  it.each([
    [undefined],
    [{}],
    [[null, 7, 'x']],
    [[{ uri: 3, origins: [load] }]],
    [[{ uri: 'a:b', origins: {} }]],
    [[{ uri: 'a:b', origins: [{ kind: 'csv', path: '' }, { kind: 'csv' }, { kind: 'ftp', path: '/x' }] }]],
    [[{ uri: 'a:b', origins: [{ kind: 'prometheus', source: 'p' }] }]],
  ])('%j is nothing', (data) => expect(keptMetrics(data)).toEqual([]));

  it('are never what damaged state says they are', () => {
    const text = fc.oneof(fc.constantFrom('csv', 'prometheus', '', 'x'), fc.anything());
    const origin = fc.record(
      { kind: text, path: text, source: text, query: text },
      { requiredKeys: ['kind'] },
    );
    const damaged = fc.array(fc.record({ uri: text, origins: fc.array(fc.oneof(origin, fc.anything())) }));
    const texts = (one: MetricsOrigin) => (one.kind === 'csv' ? [one.path] : [one.source, one.query]);
    const property = (data: unknown) => {
      const all = keptMetrics(data).flatMap(({ uri, origins }) => [uri, ...origins.flatMap(texts)]);
      expect(all.filter((one) => typeof one !== 'string')).toEqual([]);
    };
    fc.assert(fc.property(damaged, property));
  });

  it('of a log without any take no place; those of the log changed last are kept longest', () => {
    expect(withOrigins([kept], { uri: kept.uri, origins: [] })).toEqual([]);
    const many = Array.from({ length: 130 }, (_, i) => ({ uri: `file:///${i}`, origins: [load] }));
    const list = many.reduce(withOrigins, withOrigins([], kept));
    expect(list).toHaveLength(100);
    expect(list.at(-1)?.uri).toBe('file:///129');
  });

  it('are there once each', () => {
    const twice = withOrigin(withOrigin([load], up), { ...load });
    expect(twice).toEqual([up, load]);
    expect(without(twice, { ...up })).toEqual([load]);
  });
});

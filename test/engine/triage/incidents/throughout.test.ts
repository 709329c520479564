import { describe, expect, it } from 'vitest';
import { incidentsIn, layouts, logOf, routine, type Said } from './incidents-in';

const services = ['storefront', 'pricing', 'ledger'];
/** Who asks for what is not there: one request in a hundred, from the first minute to the last. */
const asked: Said[] = Array.from({ length: 3_600 }, (_, i) => ({
  at: i / 2 + 0.2,
  who: 'storefront',
  level: 'info',
  what: `page shown, status ${i % 100 === 60 ? 404 : 200}`,
}));
const failing: Said[] = Array.from({ length: 12 }, (_, i) => ({
  at: 1_200 + i,
  who: 'storefront',
  level: 'error',
  what: 'payment page broken: template missing',
}));

describe('a faint oddity from the first minute to the last', () => {
  it('is no incident', () => {
    const { text } = logOf(layouts.json, routine(services), asked);
    expect(incidentsIn(text).incidents).toEqual([]);
  });

  it('is not the beginning of the trouble its service has later', () => {
    const { text, lines } = logOf(layouts.json, routine(services), asked, failing);
    const { incidents } = incidentsIn(text);
    expect(incidents).toHaveLength(1);
    expect(incidents[0].firstLine).toBeGreaterThan(lines.findIndex(({ at }) => at >= 1_190));
  });
});

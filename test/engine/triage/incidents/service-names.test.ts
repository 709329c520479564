import { describe, expect, it } from 'vitest';
import { ServiceNames } from '../../../../src/engine/triage/incidents/service-names';
import { buildLog } from '../../log-builder';

const components = [
  '',
  'pricing',
  'ledger-service',
  'CourierService',
  'mail-7d9c8f6b5-k4x2p',
  '库存服务',
  'hr',
];

function servicesNamed(names: readonly string[]): ServiceNames {
  const { records } = buildLog({ rows: names.map((_, component) => ({ text: 'tick', component })) });
  const counts = Uint32Array.from(names, () => 1);
  return new ServiceNames(records, counts, (component) => names[component]);
}

/** A text, and the components it speaks of. */
const texts: readonly (readonly [text: string, spokenOf: readonly string[]])[] = [
  ['upstream pricing answered 503', ['pricing']],
  ['PRICING is gone', ['pricing']],
  ['GET http://pricing:8080/quote failed', ['pricing']],
  ['no answer from pricing.shop.svc.cluster.local', ['pricing']],
  ['GET /pricing answered 404', []],
  ['repricing took 4 ms', []],
  ['ledger-service refused the booking', ['ledger-service']],
  ['call to ledger failed', ['ledger-service']],
  ['ledger 17 has two pages', []],
  ['gave up on CourierService', ['CourierService']],
  ['courier did not answer', ['CourierService']],
  ['mail-5f6d7c8b9-z9q8w restarted', ['mail-7d9c8f6b5-k4x2p']],
  ['调用库存服务超时', ['库存服务']],
  ['mail waits for pricing', ['mail-7d9c8f6b5-k4x2p', 'pricing']],
  ['hr', []],
];

describe('the services a text speaks of', () => {
  const services = servicesNamed(components);
  it.each(texts)('%s', (text, spokenOf) => {
    const found = services.mentionedIn(text, 0).map((service) => components[service]);
    expect(found).toEqual(spokenOf);
  });

  it('never are the one that speaks', () => {
    expect(services.mentionedIn('pricing restarts', 1)).toEqual([]);
  });
});

describe('services', () => {
  it('are one, however many pods they run in', () => {
    const services = servicesNamed(['', 'mail-7d9c8f6b5-k4x2p', 'mail-7d9c8f6b5-b7n3m']);
    expect(services.of(2)).toBe(services.of(1));
  });

  it('are one program where components are classes', () => {
    const services = servicesNamed(['', 'org.shop.Pool', 'org.shop.Cart']);
    expect([services.programOf(1), services.programOf(2)]).toEqual([0, 0]);
    expect(servicesNamed(components).programOf(1)).toBe(1);
  });
});

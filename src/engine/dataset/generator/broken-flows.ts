import type { Flow } from './flows';
import type { ServiceName } from './services';
import { step } from './step';

function broken(service: ServiceName, line: string, status: number, message: string): Flow {
  return {
    weight: 8,
    steps: [
      step(0, 'gateway', 'INFO', `${line} from {client}`),
      step(20, service, 'ERROR', message),
      step(4, 'gateway', 'ERROR', `Upstream ${service} answered ${status} for ${line} after {elapsed} ms`),
    ],
  };
}

/** A shop that is broken all over, for the log in which every mark would be one of too many. */
export const brokenFlows: readonly Flow[] = [
  broken(
    'catalog',
    'GET /products/{sku}',
    500,
    'Product {sku} unreadable: column price_cents does not exist',
  ),
  broken('cart', 'GET /cart', 500, 'Cart {cart} lost: unknown schema version {items}'),
  broken('auth', 'POST /session', 503, 'Signing key unavailable, no token for customer {customer}'),
  broken('orders', 'POST /orders', 500, 'Order {order} rejected: constraint order_total_positive violated'),
  broken('inventory', 'POST /cart/items', 504, 'Deadlock on stock of {sku}, gave up after {slow} ms'),
];

import { type Step, step } from './step';

/** A request from the outside and what the services write while they serve it. */
export interface Flow {
  /** Relative frequency. */
  readonly weight: number;
  readonly steps: readonly Step[];
}

/** A request through the gateway: its arrival, the work, the answer. */
function request(weight: number, line: string, status: number, ...work: readonly Step[]): Flow {
  const arrival = step(0, 'gateway', 'INFO', `${line} from {client}`);
  const answer = step(3, 'gateway', 'INFO', `${line} answered ${status} in {elapsed} ms, {size} bytes`);
  return { weight, steps: [arrival, ...work, answer] };
}

const mail = (what: string): readonly Step[] => [
  step(8, 'mailer', 'INFO', `Queued ${what} for customer {customer}`),
  step(1, 'mailer', 'WARN', 'Mail relay deferred a message, next try in 60 s', { chance: 0.12 }),
  step(310, 'mailer', 'INFO', `Sent ${what} to customer {customer} in {took} ms`),
];

const browsing: readonly Flow[] = [
  request(27, 'GET /products/{sku}', 200, step(2, 'catalog', 'DEBUG', 'Cache hit for product {sku}')),
  request(
    9,
    'GET /products/{sku}',
    200,
    step(2, 'catalog', 'DEBUG', 'Cache miss for product {sku}'),
    step(18, 'catalog', 'DEBUG', 'Read product {sku} with {items} variants from catalog-db in {took} ms'),
    step(1_200, 'catalog', 'WARN', 'Slow query on product_variants: {took} ms', { chance: 0.12 }),
  ),
  request(
    13,
    'GET /search',
    200,
    step(35, 'catalog', 'INFO', 'Search for "{term}" matched {count} products in {took} ms'),
  ),
  request(
    2,
    'GET /search',
    200,
    step(30, 'catalog', 'INFO', 'Search for "{term}" matched no product in {took} ms'),
  ),
  { weight: 12, steps: [step(0, 'gateway', 'DEBUG', 'Image /images/{sku}.webp not modified')] },
  request(
    1,
    'POST /products/{sku}/reviews',
    201,
    step(9, 'catalog', 'INFO', 'Review with {stars} stars added to product {sku}'),
  ),
];

const accounts: readonly Flow[] = [
  request(
    5,
    'POST /session',
    200,
    step(70, 'auth', 'INFO', 'Password accepted for customer {customer}'),
    step(3, 'auth', 'INFO', 'Token {token} issued to customer {customer} for 3600 s'),
  ),
  request(
    0.8,
    'POST /session',
    401,
    step(70, 'auth', 'INFO', 'Password not accepted for customer {customer}, try {quantity} of 5'),
  ),
  request(
    6,
    'POST /session/refresh',
    200,
    step(4, 'auth', 'DEBUG', 'Token {token} renewed for customer {customer}'),
  ),
  request(1.2, 'DELETE /session', 204, step(3, 'auth', 'INFO', 'Customer {customer} signed out')),
  request(
    0.7,
    'POST /customers',
    201,
    step(90, 'auth', 'INFO', 'Customer {customer} registered'),
    ...mail('welcome message'),
  ),
];

const stockCheck = [
  step(6, 'inventory', 'DEBUG', 'Product {sku}: {count} in stock at warehouse {warehouse}'),
  step(120, 'cart', 'WARN', 'Stock check of {sku} succeeded at try 2 after {took} ms', { chance: 0.08 }),
];

const shopping: readonly Flow[] = [
  request(
    9,
    'POST /cart/items',
    201,
    ...stockCheck,
    step(5, 'cart', 'INFO', 'Added {quantity} of {sku} to {cart}'),
  ),
  request(1.5, 'DELETE /cart/items/{sku}', 204, step(5, 'cart', 'INFO', 'Removed {sku} from {cart}')),
  request(8, 'GET /cart', 200, step(7, 'cart', 'DEBUG', 'Read {cart} with {items} items in {took} ms')),
  request(
    1,
    'POST /cart/vouchers',
    200,
    step(6, 'cart', 'INFO', 'Voucher {voucher} takes {amount} EUR off {cart}'),
  ),
  request(
    2.5,
    'GET /shipping/quote',
    200,
    step(12, 'shipping', 'INFO', 'Quoted {amount} EUR for a parcel of {parcel} g to zone {zone}'),
  ),
];

/** An order up to the question of money; incidents begin the same way. */
export const orderOpening: readonly Step[] = [
  step(9, 'orders', 'INFO', 'Order {order} received from {cart}: {items} items, {amount} EUR'),
  step(3, 'orders', 'DEBUG', 'Transaction opened for order {order}'),
  step(11, 'inventory', 'INFO', 'Reserved {items} items for order {order} at warehouse {warehouse}'),
  step(6, 'payments', 'INFO', 'Asking acquirer.example.com for {amount} EUR, order {order}'),
];

const ordering: readonly Flow[] = [
  request(
    5,
    'POST /orders',
    201,
    ...orderOpening,
    step(140, 'payments', 'INFO', 'Payment {payment} accepted for order {order} in {took} ms'),
    step(7, 'orders', 'INFO', 'Order {order} confirmed'),
    step(4, 'cart', 'INFO', 'Closed {cart} with order {order}'),
    ...mail('order confirmation'),
  ),
  request(
    0.6,
    'POST /orders',
    402,
    ...orderOpening,
    step(150, 'payments', 'INFO', 'Card not accepted for order {order}, customer may choose another'),
    step(5, 'orders', 'INFO', 'Order {order} waits for another card'),
  ),
  request(
    4,
    'GET /orders/{order}',
    200,
    step(6, 'orders', 'DEBUG', 'Order {order} is {state}, read in {took} ms'),
  ),
  request(
    0.6,
    'POST /orders/{order}/returns',
    201,
    step(9, 'orders', 'INFO', 'Return of {quantity} items opened for order {order}'),
  ),
  request(
    0.5,
    'GET /orders/{order}/invoice',
    200,
    step(60, 'orders', 'INFO', 'Invoice of order {order} written in {took} ms'),
  ),
];

export const flows: readonly Flow[] = [...browsing, ...accounts, ...shopping, ...ordering];

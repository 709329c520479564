import { services } from './services';
import { type Step, step } from './step';

/** Work that runs by the clock, not for a request. */
export interface Job {
  readonly everySeconds: number;
  readonly steps: readonly Step[];
}

const healthChecks: readonly Job[] = services.map(({ name }) => ({
  everySeconds: 60,
  steps: [step(0, name, 'DEBUG', 'Health check passed: {threads} threads, heap {heap} of 512 MB')],
}));

const pools: readonly Job[] = services
  .filter((service) => service.database !== null)
  .map(({ name, database }) => ({
    everySeconds: 120,
    steps: [step(0, name, 'DEBUG', `Connection pool ${database}: {active} active, {idle} idle, 0 waiting`)],
  }));

const stockFeed: Job = {
  everySeconds: 180,
  steps: [
    step(0, 'inventory', 'DEBUG', 'Stock feed {batch} from warehouse {warehouse}, first entry:', {
      continuation: [
        '{',
        '  "sku": "{sku}",',
        '  "warehouse": {warehouse},',
        '  "onHand": {count},',
        '  "reserved": {items}',
        '}',
      ],
    }),
    step(240, 'inventory', 'INFO', 'Stock feed {batch} applied: {count} products in {took} ms'),
  ],
};

const priceImport: Job = {
  everySeconds: 300,
  steps: [
    step(0, 'catalog', 'INFO', 'Price import {batch} started'),
    step(900, 'catalog', 'INFO', 'Price import {batch} finished: {count} prices changed in {took} ms'),
    step(30, 'catalog', 'DEBUG', 'Dropped {count} cached products after price import {batch}'),
  ],
};

export const outboxJob: Job = {
  everySeconds: 90,
  steps: [step(0, 'orders', 'DEBUG', 'Outbox published {count} events in {milliseconds} ms')],
};

const dailyWork: readonly Job[] = [
  {
    everySeconds: 60,
    steps: [
      step(0, 'supervisor', 'INFO', 'Probe: 10 of 10 services answer, slowest after {milliseconds} ms'),
    ],
  },
  {
    everySeconds: 60,
    steps: [step(0, 'mailer', 'DEBUG', 'Queue holds {count} messages, oldest {milliseconds} s')],
  },
  outboxJob,
  { everySeconds: 240, steps: [step(0, 'auth', 'INFO', 'Removed {count} tokens past their time')] },
  { everySeconds: 240, steps: [step(0, 'cart', 'INFO', 'Removed {count} carts untouched for 24 h')] },
  {
    everySeconds: 180,
    steps: [step(0, 'shipping', 'INFO', 'Read {count} tracking updates of the carrier in {milliseconds} ms')],
  },
  {
    everySeconds: 300,
    steps: [step(0, 'payments', 'INFO', 'Settlement {batch} sent: {count} payments, {amount} EUR')],
  },
];

export const jobs: readonly Job[] = [...healthChecks, ...pools, stockFeed, priceImport, ...dailyWork];

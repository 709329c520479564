import { integer, type Random } from '../draws';
import { orderOpening } from '../flows';
import { abnormal, notice, request, type Scene, worst } from '../incidents/incident';
import { type Step, step } from '../step';
import type { Trouble } from './trouble';

const badDeploy: Trouble = {
  kind: 'bad-deploy',
  category: 'application',
  severity: 'high',
  origins: ['cart', 'catalog', 'auth', 'shipping'],
  lastsSeconds: 150,
  failsRequests: true,
  scenes: ({ origin }) => {
    const crash = step(0, origin, 'ERROR', 'Unhandled exception while serving a request', {
      continuation: [
        'java.lang.NullPointerException: Cannot invoke "Voucher.kind()" because "voucher" is null',
        `\tat com.example.shop.${origin}.Checkout.apply(Checkout.java:212)`,
        `\tat com.example.shop.${origin}.Handler.serve(Handler.java:58)`,
        '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
      ],
    });
    return [
      notice(0, abnormal(step(0, origin, 'INFO', 'Starting version 9.0.0-rc1 on node-2, process 3318'))),
      notice(9, worst(crash)),
      notice(57, abnormal({ ...crash, continuation: crash.continuation?.slice(0, 2) ?? [] })),
      notice(140, [step(0, origin, 'INFO', 'Went back to the version before')]),
    ];
  },
};

const queueFull: Trouble = {
  kind: 'retry-storm',
  category: 'application',
  severity: 'high',
  origins: ['inventory', 'orders'],
  lastsSeconds: 100,
  failsRequests: true,
  scenes: ({ origin }) => [
    notice(0, abnormal(step(0, origin, 'INFO', 'Work queue holds 212 of 256 tasks, most of them repeated'))),
    notice(6, worst(step(0, origin, 'ERROR', 'Work queue full: 256 tasks wait, the next ones are rejected'))),
    notice(95, [step(0, origin, 'INFO', 'Work queue holds 3 of 256 tasks')]),
  ],
};

const searched = (took: number): Step =>
  step(took, 'catalog', 'INFO', 'Search for "{term}" matched {count} products in {took} ms', { exact: true });
const searchAnswered = step(3, 'gateway', 'INFO', 'GET /search answered 200 in {elapsed} ms, {size} bytes');

/** Nothing fails and nobody warns; it only takes longer and longer. */
function slowSearches(random: Random): Scene[] {
  return Array.from({ length: 14 }, (_, index) => {
    const took = Math.round(1_900 * 1.12 ** index) + integer(random, 0, 90);
    const isLast = index === 13;
    return request(
      index * 8,
      [step(0, 'gateway', 'INFO', 'GET /search from {client}')],
      isLast ? worst(searched(took)) : abnormal(searched(took)),
      abnormal(searchAnswered),
    );
  });
}

const latencyDrift: Trouble = {
  kind: 'latency-drift',
  category: 'application',
  severity: 'low',
  origins: ['catalog'],
  lastsSeconds: 125,
  failsRequests: false,
  scenes: ({ random }) => slowSearches(random),
};

const wrongAmount: Trouble = {
  kind: 'wrong-amount',
  category: 'application',
  severity: 'medium',
  origins: ['orders'],
  lastsSeconds: 100,
  failsRequests: false,
  scenes: ({ random }) =>
    [0, 21, 44, 83].map((second, index) => {
      const amount = `${integer(random, 1_200_000, 4_800_000)}.00`;
      const sent = step(
        9,
        'orders',
        'INFO',
        `Order {order} received from {cart}: {items} items, ${amount} EUR`,
      );
      return request(
        second,
        [step(0, 'gateway', 'INFO', 'POST /orders from {client}')],
        index === 0 ? worst(sent) : abnormal(sent),
        [
          step(3, 'orders', 'DEBUG', 'Transaction opened for order {order}'),
          step(11, 'inventory', 'INFO', 'Reserved {items} items for order {order} at warehouse {warehouse}'),
          ...confirmed,
        ],
      );
    }),
};

const confirmed: readonly Step[] = [
  step(7, 'orders', 'INFO', 'Order {order} confirmed'),
  step(4, 'cart', 'INFO', 'Closed {cart} with order {order}'),
  step(3, 'gateway', 'INFO', 'POST /orders answered 201 in {elapsed} ms, {size} bytes'),
];

/** Orders are confirmed though nobody paid: the line between is missing. */
const skippedStep: Trouble = {
  kind: 'skipped-step',
  category: 'application',
  severity: 'medium',
  origins: ['orders'],
  lastsSeconds: 110,
  failsRequests: false,
  scenes: () =>
    [0, 14, 33, 51, 78, 96].map((second, index) => {
      const [confirmation, ...others] = confirmed;
      return request(
        second,
        [step(0, 'gateway', 'INFO', 'POST /orders from {client}'), ...orderOpening.slice(0, -1)],
        index === 0 ? worst(confirmation) : abnormal(confirmation),
        others,
      );
    }),
};

export const applicationTroubles: readonly Trouble[] = [
  badDeploy,
  queueFull,
  latencyDrift,
  wrongAmount,
  skippedStep,
];

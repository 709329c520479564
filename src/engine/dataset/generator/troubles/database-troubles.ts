import { integer } from '../draws';
import { abnormal, notice, request, worst } from '../incidents/incident';
import { databaseOf } from '../services';
import { step } from '../step';
import type { Trouble } from './trouble';

const poolExhausted: Trouble = {
  kind: 'pool-exhausted',
  category: 'database',
  severity: 'high',
  origins: ['inventory', 'payments', 'catalog', 'cart'],
  lastsSeconds: 110,
  failsRequests: true,
  scenes: ({ origin }) => {
    const pool = `Connection pool ${databaseOf(origin)}`;
    return [
      notice(0, abnormal(step(0, origin, 'DEBUG', `${pool}: 20 active, 0 idle, 7 waiting`))),
      notice(
        8,
        worst(step(0, origin, 'ERROR', `${pool} exhausted: no connection became free within 5000 ms`)),
      ),
      notice(44, abnormal(step(0, origin, 'WARN', `${pool}: a statement has held its connection for 39 s`))),
      notice(104, [step(0, origin, 'INFO', `${pool} breathes again`)]),
    ];
  },
};

const deadlocked = (table: string) =>
  step(9, 'inventory', 'ERROR', `Deadlock found on ${table}, transaction {batch} rolled back`);

/** Each is tried again and goes through: nobody outside notices. */
const deadlocks: Trouble = {
  kind: 'deadlock',
  category: 'database',
  severity: 'medium',
  origins: ['inventory'],
  lastsSeconds: 80,
  failsRequests: false,
  scenes: () => [
    notice(0, abnormal(step(0, 'inventory', 'WARN', 'Lock on stock_levels awaited for 8120 ms'))),
    ...[5, 17, 29, 52].map((second, index) =>
      request(
        second,
        [step(0, 'gateway', 'INFO', 'POST /cart/items from {client}')],
        index === 1 ? worst(deadlocked('stock_levels')) : abnormal(deadlocked('stock_levels')),
        [
          step(5, 'cart', 'INFO', 'Added {quantity} of {sku} to {cart}'),
          step(3, 'gateway', 'INFO', 'POST /cart/items answered 201 in {elapsed} ms, {size} bytes'),
        ],
      ),
    ),
  ],
};

const slowQueries: Trouble = {
  kind: 'slow-queries',
  category: 'database',
  severity: 'low',
  origins: ['orders'],
  lastsSeconds: 100,
  failsRequests: false,
  scenes: ({ random }) => [
    notice(
      0,
      abnormal(step(0, 'orders', 'INFO', 'Planner of orders-db reads table order_items without an index')),
    ),
    ...[4, 15, 27, 36, 49, 70].map((second, index) => {
      const slow = step(
        20,
        'orders',
        'WARN',
        `Slow query on order_items took ${integer(random, 6_200, 9_800)} ms`,
      );
      return request(
        second,
        [step(0, 'gateway', 'INFO', 'GET /orders/{order} from {client}')],
        index === 2 ? worst(slow) : abnormal(slow),
        [step(3, 'gateway', 'INFO', 'GET /orders/{order} answered 200 in {elapsed} ms, {size} bytes')],
      );
    }),
  ],
};

const primaryLost: Trouble = {
  kind: 'primary-lost',
  category: 'database',
  severity: 'high',
  origins: ['payments', 'inventory', 'cart', 'auth'],
  lastsSeconds: 120,
  failsRequests: true,
  scenes: ({ origin }) => {
    const database = databaseOf(origin);
    return [
      notice(0, abnormal(step(0, origin, 'INFO', `Replica of ${database} lags 48 s behind its primary`))),
      notice(
        10,
        worst(
          step(
            0,
            origin,
            'ERROR',
            `Database ${database} accepts no writes: read-only transaction, SQLSTATE 25006`,
          ),
        ),
      ),
      notice(33, abnormal(step(0, origin, 'WARN', `Database ${database} elects a new primary, try 1`))),
      notice(112, [step(0, origin, 'INFO', `Database ${database} has a new primary`)]),
    ];
  },
};

export const databaseTroubles: readonly Trouble[] = [poolExhausted, deadlocks, slowQueries, primaryLost];

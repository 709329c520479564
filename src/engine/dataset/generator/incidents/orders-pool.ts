import { type Step, step } from '../step';
import { abnormal, type Incident, notice, request, type Scene, worst } from './incident';

const arrival: readonly Step[] = [
  step(0, 'gateway', 'INFO', 'POST /orders from {client}'),
  step(9, 'orders', 'INFO', 'Order {order} received from {cart}: {items} items, {amount} EUR'),
];

const timeoutMs = 5_000;

const timedOut = step(
  timeoutMs,
  'orders',
  'ERROR',
  `Order {order} failed: connection pool orders-db exhausted, none free within ${timeoutMs} ms`,
  {
    exact: true,
    continuation: [
      'com.example.shop.pool.ConnectionTimeoutException: orders-db: 20 in use, 0 idle, 31 waiting',
      '\tat com.example.shop.pool.ConnectionPool.borrow(ConnectionPool.java:188)',
      '\tat com.example.shop.orders.OrderRepository.insert(OrderRepository.java:74)',
      '\tat com.example.shop.orders.OrderService.place(OrderService.java:121)',
      '\tat com.example.shop.orders.OrderResource.post(OrderResource.java:52)',
      '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
      'Caused by: java.util.concurrent.TimeoutException: waited 5000 ms for a free connection',
      '\tat com.example.shop.pool.WaitQueue.await(WaitQueue.java:63)',
      '\t... 4 more',
    ],
  },
);

const callersFail: readonly Step[] = [
  step(2, 'cart', 'WARN', 'Kept {cart} open: order {order} was not placed'),
  step(3, 'gateway', 'ERROR', 'Upstream orders answered 503 for POST /orders after {elapsed} ms'),
];

const circuitOpen = (second: number): Scene =>
  request(
    second,
    [step(0, 'gateway', 'INFO', 'POST /orders from {client}')],
    abnormal(step(1, 'gateway', 'ERROR', 'POST /orders refused with 503: circuit to orders is open')),
  );

export const ordersPool: Incident = {
  name: 'orders-database-pool',
  category: 'resource-exhaustion',
  minute: 9,
  lastsSeconds: 75,
  affects: ['orders'],
  scenes: [
    notice(
      0,
      abnormal(step(0, 'orders', 'WARN', 'Connection pool orders-db nearly used up: 18 of 20 in use')),
    ),
    notice(
      6,
      abnormal(step(0, 'orders', 'WARN', 'Connection pool orders-db used up: 20 of 20 in use, 12 waiting')),
    ),
    notice(
      9,
      abnormal(step(0, 'orders', 'WARN', 'Statement on order_items has held its connection for 14210 ms')),
    ),
    request(11, arrival, worst(timedOut), abnormal(...callersFail)),
    request(14, arrival, abnormal(timedOut, ...callersFail)),
    request(19, arrival, abnormal({ ...timedOut, continuation: [] }, ...callersFail)),
    notice(26, abnormal(step(0, 'gateway', 'WARN', 'Circuit to orders opened after 3 failures'))),
    circuitOpen(31),
    circuitOpen(44),
    notice(58, abnormal(step(0, 'orders', 'WARN', 'Rolled back 4 transactions idle for more than 40 s'))),
    notice(63, [step(0, 'orders', 'INFO', 'Connection pool orders-db has recovered: 5 of 20 in use')]),
    notice(68, [step(0, 'gateway', 'INFO', 'Circuit to orders closed again')]),
  ],
};

import { orderOpening } from '../flows';
import { startUp } from '../start-up';
import { type Step, step } from '../step';
import { abnormal, type Incident, notice, request, type Scene, worst } from './incident';

const arrival: readonly Step[] = [
  step(0, 'gateway', 'INFO', 'POST /orders from {client}'),
  ...orderOpening,
  step(140, 'payments', 'INFO', 'Payment {payment} accepted for order {order} in {took} ms'),
  step(7, 'orders', 'INFO', 'Order {order} confirmed'),
];

const answer = step(3, 'gateway', 'INFO', 'POST /orders answered 201 in {elapsed} ms, {size} bytes');

const outOfMemory = step(0, 'mailer', 'FATAL', 'Out of memory while rendering newsletter 118, giving up', {
  continuation: [
    'java.lang.OutOfMemoryError: Java heap space',
    '\tat java.base/java.util.Arrays.copyOf(Arrays.java:3541)',
    '\tat java.base/java.lang.StringBuilder.append(StringBuilder.java:179)',
    '\tat com.example.shop.mailer.NewsletterRenderer.render(NewsletterRenderer.java:88)',
    '\tat com.example.shop.mailer.MailQueue.drain(MailQueue.java:205)',
    '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
  ],
});

/** The order goes through, its confirmation does not. */
const confirmationLost = (second: number): Scene =>
  request(
    second,
    arrival,
    abnormal(
      step(
        4,
        'orders',
        'ERROR',
        'Confirmation of order {order} not queued: connection refused by mailer:8088',
      ),
    ),
    [answer],
  );

export const mailerMemory: Incident = {
  name: 'mailer-out-of-memory',
  category: 'out-of-memory',
  minute: 32,
  lastsSeconds: 80,
  affects: ['mailer', 'supervisor'],
  scenes: [
    notice(0, abnormal(step(0, 'mailer', 'WARN', 'Heap at 497 of 512 MB after a full collection'))),
    notice(7, abnormal(step(0, 'mailer', 'WARN', 'Garbage collection stopped all threads for 2841 ms'))),
    notice(15, worst(outOfMemory)),
    notice(
      16,
      abnormal(step(0, 'supervisor', 'ERROR', 'mailer ended with exit code 137, killed for its memory')),
    ),
    confirmationLost(20),
    confirmationLost(27),
    notice(36, abnormal(step(0, 'supervisor', 'WARN', 'Restarting mailer, restart 1 of 5'))),
    notice(37, startUp('mailer')),
    notice(
      60,
      abnormal(step(0, 'mailer', 'ERROR', 'Queue journal ends in mid-record: 214 queued messages are lost')),
    ),
    notice(
      66,
      abnormal(step(0, 'orders', 'WARN', 'Asked mailer again for 2 confirmations it never acknowledged')),
    ),
  ],
};

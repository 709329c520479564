import { seededRandom } from '../../src/engine/model/seeded-random';

/** What a program has to say, before any format writes it down. */
export interface Event {
  readonly index: number;
  /** Seconds since the epoch. */
  readonly seconds: number;
  /** 0 to 999,999. */
  readonly micros: number;
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  readonly component: string;
  readonly message: string;
  /** Numbers for formats whose lines are made of fields. */
  readonly size: number;
  readonly pid: number;
  readonly client: string;
  /** Lines of a stack trace below it. */
  readonly below: readonly string[];
}

type Pick = (below: number) => number;
type Kind = readonly [weight: number, Event['level'], component: string, say: (pick: Pick) => string];

const kinds: readonly Kind[] = [
  [30, 'info', 'carts', (pick) => `cart ${1000 + pick(9000)} saved in ${pick(400)} ms`],
  [20, 'info', 'gateway', (pick) => `session ${hex(pick)}${hex(pick)} opened by ${address(pick)}`],
  [14, 'debug', 'cache', (pick) => `shelf ${['tea', 'soap', 'rope'][pick(3)]} holds ${pick(500)} entries`],
  [9, 'warn', 'mailer', (pick) => `queue is ${100 + pick(900)} deep, limit ${1000}`],
  [7, 'info', 'jobs', (pick) => `job sweep finished: rows=${pick(5000)} took=${pick(90)}.${pick(10)}s`],
  [5, 'warn', 'gateway', (pick) => `certificate of node${pick(9)}.shop.example ends in ${pick(30)} days`],
  [5, 'error', 'carts', (pick) => `cannot write /srv/carts/${pick(900)}.db: no space left`],
  [4, 'info', 'gateway', (pick) => `用户 ${pick(900)} 登录成功`],
  [1, 'fatal', 'jobs', (pick) => `giving up after ${2 + pick(7)} tries`],
];

const trace = [
  'shop.DiskException: no space left',
  '\tat shop.Carts.save(Carts.java:41)',
  '\tat shop.Gateway.close(Gateway.java:7)',
  'Caused by: java.io.IOException: disk is full',
  '\t... 3 more',
];

/** The same events for the same seed: about two seconds apart, over nine minutes where there are 250. */
export function eventsOf(seed: number, count = 250): Event[] {
  const random = seededRandom(seed);
  const pick: Pick = (below) => Math.floor(random() * below);
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0);
  let seconds = Date.UTC(2026, 5, 12, 9, 41, 7) / 1000;
  return Array.from({ length: count }, (_, index) => {
    seconds += pick(5);
    const [, level, component, say] = kindAt(pick(total));
    const below = level === 'error' && pick(2) === 0 ? trace : [];
    const [micros, size, pid] = [pick(1_000_000), pick(100_000), 800 + pick(4)];
    return {
      index,
      seconds,
      micros,
      level,
      component,
      message: say(pick),
      size,
      pid,
      client: address(pick),
      below,
    };
  });
}

function kindAt(weight: number): Kind {
  const [first, ...others] = kinds;
  const { kind } = others.reduce(
    ({ kind, from }, next) => ({ kind: weight < from ? kind : next, from: from + next[0] }),
    { kind: first, from: first[0] },
  );
  return kind;
}

function hex(pick: Pick): string {
  return (0x1000_0000 + pick(0xe000_0000)).toString(16);
}

function address(pick: Pick): string {
  return `10.${pick(4)}.${pick(200)}.${1 + pick(200)}`;
}

import { hexDigits, integer, longTailed, pick, type Random } from './draws';

type Draw = (random: Random) => string;

const between =
  (low: number, high: number): Draw =>
  (random) =>
    String(integer(random, low, high));
const oneOf =
  (...words: readonly string[]): Draw =>
  (random) =>
    pick(random, words);
const duration =
  (typical: number): Draw =>
  (random) =>
    longTailed(random, typical).toFixed(0);
const price: Draw = (random) => (integer(random, 390, 24_900) / 100).toFixed(2);

/** A few products sell far more often than the rest. */
const product: Draw = (random) => `SKU-${10_000 + Math.floor(random() * random() * 600)}`;

/** Ranges that RFC 5737 keeps for documentation. */
const address: Draw = (random) =>
  `${pick(random, ['192.0.2', '198.51.100', '203.0.113'])}.${integer(random, 1, 254)}`;

/** Drawn once a request: every mention in it is the same. */
const perRequest: Readonly<Record<string, Draw>> = {
  amount: price,
  batch: between(20_000, 29_999),
  cart: (random) => `cart-${integer(random, 100_000, 999_999)}`,
  client: address,
  customer: (random) => `c-${integer(random, 10_000, 89_999)}`,
  host: (random) => `node-${integer(random, 1, 6)}`,
  items: between(1, 6),
  order: between(4_100_000, 4_199_999),
  payment: (random) => `pay-${hexDigits(random, 12)}`,
  quantity: between(1, 3),
  sku: product,
  term: oneOf('kettle', 'lamp', 'scarf', 'tea', 'notebook', 'bell', 'chair', 'mug', 'raincoat'),
  token: (random) => `tok-${hexDigits(random, 12)}`,
  voucher: (random) => `V${integer(random, 1_000, 9_999)}`,
  warehouse: between(1, 4),
};

/** Drawn anew at every mention. */
const perMention: Readonly<Record<string, Draw>> = {
  active: between(1, 7),
  count: between(2, 180),
  heap: between(140, 310),
  idle: between(13, 19),
  milliseconds: duration(14),
  parcel: between(250, 9_000),
  pid: between(200, 4_000),
  /** Behind the three that what fails speaks of. */
  retry: between(4, 6),
  seconds: (random) => (integer(random, 2_100, 6_400) / 1_000).toFixed(3),
  size: duration(5_200),
  slow: between(1_040, 2_900),
  stars: between(1, 5),
  state: oneOf('paid', 'packed', 'shipped', 'delivered'),
  threads: between(12, 40),
  zone: between(1, 5),
};

/** What the clock says at a step, beside the drawn values. */
export interface StepTimes {
  /** Milliseconds since the request began. */
  readonly elapsed: number;
  /** Milliseconds since the step before. */
  readonly took: number;
  /** Milliseconds somebody waited, whatever was written meanwhile. */
  readonly waited: number;
}

const isStepTime = (name: string): name is keyof StepTimes =>
  name === 'elapsed' || name === 'took' || name === 'waited';

/** The values of one request or one run of a job. */
export class RequestValues {
  private readonly drawn = new Map<string, string>();

  constructor(private readonly random: Random) {}

  /** @throws RangeError when `pattern` names a value no table holds. */
  fill(pattern: string, times: StepTimes): string {
    return pattern.replace(/\{(\w+)\}/g, (_, name: string) => this.value(name, times));
  }

  private value(name: string, times: StepTimes): string {
    if (isStepTime(name)) return String(times[name]);
    if (Object.hasOwn(perMention, name)) return perMention[name](this.random);
    const known = this.drawn.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(perRequest, name)) throw new RangeError(`No value is called {${name}}`);
    const value = perRequest[name](this.random);
    this.drawn.set(name, value);
    return value;
  }
}

import { seededRandom } from '../../../../src/engine/model/seeded-random';

/** A made-up piece of software: what its log looks like, and which lines are of one kind. */
export interface System {
  readonly name: string;
  /** What stands before a message; `at` counts the log's lines. */
  readonly header: (draw: Draw, at: number) => string;
  /** One a kind of line, the commonest first; `{hole}` is drawn anew for each line. */
  readonly events: readonly string[];
  readonly holes?: Readonly<Record<string, (draw: Draw) => string>>;
  readonly floors: { readonly ga: number; readonly fga: number };
}

export interface WrittenLog {
  readonly lines: readonly string[];
  /** By line, the index of its event. */
  readonly truth: readonly number[];
}

const users = [
  'amira',
  'bjorn',
  'chidi',
  'dana',
  'emeka',
  'farah',
  'goran',
  'hanna',
  'imre',
  'jonas',
  'kofi',
  'lena',
];
const words = [
  'amber',
  'birch',
  'cedar',
  'dune',
  'ember',
  'fjord',
  'grove',
  'heath',
  'islet',
  'jade',
  'knoll',
  'lagoon',
  'marsh',
];

export class Draw {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)];
  }

  hex(digits: number): string {
    return Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
  }

  some(least: number, most: number, item: (draw: Draw) => string, separator: string): string {
    return Array.from({ length: least + this.below(most - least + 1) }, () => item(this)).join(separator);
  }
}

const holes: Readonly<Record<string, (draw: Draw) => string>> = {
  n: (draw) => `${draw.below(10 ** (1 + draw.below(5)))}`,
  pid: (draw) => `${100 + draw.below(30000)}`,
  ip: (draw) => `10.${draw.below(256)}.${draw.below(256)}.${1 + draw.below(254)}`,
  ip6: (draw) => `fe80:0:0:0:${draw.hex(4)}:${draw.hex(4)}:${draw.hex(4)}:${draw.hex(4)}`,
  port: (draw) => `${1024 + draw.below(60000)}`,
  hex: (draw) => `0x${draw.hex(8)}`,
  uuid: (draw) => [8, 4, 4, 4, 12].map((digits) => draw.hex(digits)).join('-'),
  user: (draw) => draw.one(users),
  word: (draw) => draw.one(words),
  host: (draw) => `${draw.one(words)}${draw.below(40)}.lan.example`,
  node: (draw) => `rack${draw.below(20)}-blade${draw.below(16)}`,
  path: (draw) => `/${draw.some(2, 4, (inner) => inner.one(words), '/')}`,
  ms: (draw) => `${draw.below(5000)}ms`,
  seconds: (draw) => `${draw.below(60)}.${draw.below(1000)}`,
  class: (draw) =>
    `org.${draw.one(words)}.${draw.one(words)}.${draw.one(['Reader', 'Store', 'Merger', 'Planner'])}`,
};

/** Lines of the system; each event occurs, the earlier ones more often. */
export function write({ events, header, holes: own = {} }: System, count: number, seed: number): WrittenLog {
  const draw = new Draw(seed);
  const lines: string[] = [];
  const truth: number[] = [];
  for (let at = 0; at < count; at++) {
    const event = at < events.length ? at : Math.floor((events.length * draw.below(1000) ** 2) / 1e6);
    lines.push(header(draw, at) + filled(events[event], draw, own));
    truth.push(event);
  }
  return { lines, truth };
}

function filled(event: string, draw: Draw, own: NonNullable<System['holes']>): string {
  return event.replace(/\{(\w+)\}/g, (_, name: string) => {
    const hole = own[name] ?? holes[name];
    if (hole === undefined) throw new Error(`no hole is called ${name}`);
    return hole(draw);
  });
}

/** Seconds since midnight as a clock shows them. */
export function clock(at: number): string {
  const parts = [Math.floor(at / 3600) % 24, Math.floor(at / 60) % 60, at % 60];
  return parts.map((part) => `${part}`.padStart(2, '0')).join(':');
}

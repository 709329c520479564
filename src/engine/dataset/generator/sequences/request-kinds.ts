import type { ServiceName } from '../services';
import type { ShopLevel } from '../step';
import type { Phrase } from './phrase';
import { work } from './work-phrases';

/** One record of a request, before its wording is drawn. */
export interface Beat {
  /** Typical milliseconds since the beat before it. */
  readonly after: number;
  readonly service: ServiceName;
  readonly level: ShopLevel;
  readonly said: Phrase;
  /** Whom it is about. */
  readonly peer?: ServiceName;
  /** `after` is kept to the millisecond. */
  readonly exact?: boolean;
  /** As of a step. */
  readonly waited?: number;
  /** How often it happens, 0 to 1; always if left out. */
  readonly chance?: number;
}

/** A kind of request: what comes in, who calls whom, and what they write of it. */
export interface RequestKind {
  /** Relative frequency. */
  readonly weight: number;
  /** As it comes in; `{name}` stands for a value. */
  readonly line: string;
  readonly status: number;
  /** By service: who calls it; the one that is not here begins the request. */
  readonly callers: Readonly<Partial<Record<ServiceName, ServiceName>>>;
  readonly opening: readonly Beat[];
  readonly work: readonly Beat[];
  readonly closing: Beat;
}

type Line = Pick<RequestKind, 'weight' | 'line' | 'status'> & { readonly first: ServiceName };

function beat(after: number, service: ServiceName, level: ShopLevel, said: Phrase, chance?: number): Beat {
  return chance === undefined ? { after, service, level, said } : { after, service, level, said, chance };
}

function throughGateway(
  { first, ...line }: Line,
  callers: RequestKind['callers'],
  ...steps: readonly Beat[]
): RequestKind {
  const isKnown: readonly Beat[] = first === 'auth' ? [] : [beat(4, 'auth', 'DEBUG', work.tokenGood)];
  return {
    ...line,
    callers: { auth: 'gateway', ...callers },
    opening: [beat(0, 'gateway', 'INFO', work.arrived)],
    work: [...isKnown, { ...beat(1, 'gateway', 'DEBUG', work.routed), peer: first }, ...steps],
    closing: beat(3, 'gateway', 'INFO', work.answered),
  };
}

const ordered: readonly Beat[] = [
  beat(9, 'orders', 'INFO', work.orderReceived),
  beat(5, 'cart', 'DEBUG', work.cartRead),
  beat(11, 'inventory', 'INFO', work.reserved),
  beat(6, 'payments', 'INFO', work.charging),
];

const ofAnOrder = {
  orders: 'gateway',
  cart: 'orders',
  inventory: 'orders',
  payments: 'orders',
  shipping: 'orders',
  mailer: 'orders',
} as const;

const orders: readonly RequestKind[] = [
  throughGateway(
    { weight: 8, line: 'POST /orders', status: 201, first: 'orders' },
    ofAnOrder,
    ...ordered,
    beat(140, 'payments', 'INFO', work.paid),
    beat(8, 'orders', 'DEBUG', work.databaseWritten, 0.6),
    beat(4, 'cart', 'INFO', work.cartClosed),
    beat(12, 'shipping', 'INFO', work.parcelBooked),
    beat(8, 'mailer', 'INFO', work.mailQueued),
    beat(7, 'orders', 'INFO', work.orderConfirmed),
  ),
  throughGateway(
    { weight: 2, line: 'POST /orders', status: 402, first: 'orders' },
    ofAnOrder,
    ...ordered,
    beat(150, 'payments', 'WARN', work.cardDeclined),
    beat(8, 'orders', 'DEBUG', work.databaseWritten, 0.6),
  ),
  throughGateway(
    { weight: 6, line: 'GET /orders/{order}', status: 200, first: 'orders' },
    ofAnOrder,
    beat(5, 'orders', 'DEBUG', work.databaseRead),
    beat(6, 'orders', 'INFO', work.orderRead),
    beat(5, 'inventory', 'DEBUG', work.stockRead, 0.5),
  ),
  throughGateway(
    { weight: 3, line: 'POST /orders/{order}/returns', status: 201, first: 'orders' },
    ofAnOrder,
    beat(6, 'orders', 'DEBUG', work.databaseRead),
    beat(9, 'orders', 'INFO', work.returnOpened),
    beat(90, 'payments', 'INFO', work.refunded),
    beat(8, 'payments', 'DEBUG', work.databaseWritten, 0.7),
    beat(8, 'mailer', 'INFO', work.mailQueued),
    beat(310, 'mailer', 'INFO', work.mailSent),
  ),
];

const accounts: readonly RequestKind[] = [
  throughGateway(
    { weight: 5, line: 'POST /session', status: 200, first: 'auth' },
    {},
    beat(6, 'auth', 'DEBUG', work.databaseRead),
    beat(50, 'auth', 'INFO', work.passwordWrong, 0.25),
    beat(70, 'auth', 'INFO', work.passwordGood),
    beat(3, 'auth', 'INFO', work.tokenIssued),
    beat(4, 'auth', 'DEBUG', work.databaseWritten),
  ),
  throughGateway(
    { weight: 4, line: 'GET /stock/{sku}', status: 200, first: 'inventory' },
    { inventory: 'gateway' },
    beat(5, 'inventory', 'DEBUG', work.databaseRead),
    beat(4, 'inventory', 'INFO', work.stockRead),
    beat(4, 'inventory', 'INFO', work.stockRead, 0.6),
  ),
];

const shopping: readonly RequestKind[] = [
  throughGateway(
    { weight: 7, line: 'POST /cart/items', status: 201, first: 'cart' },
    { cart: 'gateway', inventory: 'cart', catalog: 'cart' },
    beat(5, 'cart', 'DEBUG', work.cartRead),
    beat(4, 'catalog', 'DEBUG', work.productRead),
    beat(6, 'inventory', 'DEBUG', work.stockRead),
    beat(5, 'cart', 'INFO', work.cartChanged),
    beat(5, 'cart', 'DEBUG', work.databaseWritten, 0.7),
  ),
  throughGateway(
    { weight: 7, line: 'GET /products/{sku}', status: 200, first: 'catalog' },
    { catalog: 'gateway', inventory: 'catalog' },
    beat(2, 'catalog', 'DEBUG', work.cacheMiss, 0.7),
    beat(14, 'catalog', 'DEBUG', work.databaseRead),
    beat(4, 'catalog', 'INFO', work.productRead),
    beat(6, 'inventory', 'DEBUG', work.stockRead, 0.6),
  ),
  throughGateway(
    { weight: 4, line: 'GET /shipping/quote', status: 200, first: 'shipping' },
    { shipping: 'gateway', cart: 'shipping' },
    beat(6, 'cart', 'DEBUG', work.cartRead),
    beat(5, 'cart', 'DEBUG', work.databaseRead),
    beat(12, 'shipping', 'INFO', work.quoted),
  ),
];

/** The order in which a deployment grows. */
const deployed = [
  ...['gateway', 'auth', 'orders', 'payments', 'inventory'],
  ...['cart', 'catalog', 'shipping', 'mailer', 'supervisor'],
] as readonly ServiceName[];

export const fewestServices = 5;
export const mostServices = deployed.length;

/** The kinds of requests that so many services serve; of those that take part in others' requests only what they write is missing. */
export function requestKinds(serviceCount: number): RequestKind[] {
  const present = new Set(deployed.slice(0, serviceCount));
  const served = [...orders, ...accounts, ...shopping]
    .filter((kind) => kind.work.every(({ peer }) => peer === undefined || present.has(peer)))
    .map((kind) => ({ ...kind, work: kind.work.filter(({ service }) => present.has(service)) }));
  return present.has('supervisor') ? [...served, probing([...present])] : served;
}

function probing(present: readonly ServiceName[]): RequestKind {
  const probes = present
    .filter((peer) => peer !== 'supervisor')
    .map((peer) => ({ ...beat(7, 'supervisor', 'DEBUG', work.probed), peer }));
  return {
    ...{ weight: 3, line: 'GET /health', status: 200, callers: {} },
    opening: [beat(0, 'supervisor', 'INFO', work.round)],
    work: probes,
    closing: beat(3, 'supervisor', 'INFO', work.roundDone),
  };
}

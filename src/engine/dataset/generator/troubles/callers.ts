import { integer, pick, type Random } from '../draws';
import { abnormal, request, type Scene } from '../incidents/incident';
import { portOf, type ServiceName } from '../services';
import { type Step, step } from '../step';

/** A request and the services it goes through, each called by the one before. */
interface Route {
  readonly line: string;
  readonly hops: readonly ServiceName[];
}

export const routes: readonly Route[] = [
  { line: 'POST /session', hops: ['gateway', 'auth'] },
  { line: 'POST /customers', hops: ['gateway', 'auth'] },
  { line: 'GET /products/{sku}', hops: ['gateway', 'catalog'] },
  { line: 'GET /search', hops: ['gateway', 'catalog'] },
  { line: 'GET /cart', hops: ['gateway', 'cart'] },
  { line: 'POST /cart/items', hops: ['gateway', 'cart', 'inventory'] },
  { line: 'POST /orders', hops: ['gateway', 'orders', 'inventory'] },
  { line: 'POST /orders', hops: ['gateway', 'orders', 'payments'] },
  { line: 'GET /orders/{order}', hops: ['gateway', 'orders'] },
  { line: 'GET /shipping/quote', hops: ['gateway', 'shipping'] },
];

/** What a caller says of the service it called; the last one does not say which. */
const complaints: readonly ((peer: ServiceName, line: string) => string)[] = [
  (peer, line) => `Upstream ${peer} answered 503 for ${line} after {elapsed} ms`,
  (peer) => `Call to ${peer} failed: connection to ${peer}:${portOf(peer)} timed out after {elapsed} ms`,
  (peer) => `${peer} gave no answer within {elapsed} ms, giving up`,
  (peer) => `Gave up on ${peer} after 3 tries: connection reset by peer`,
  (peer, line) => `Error 502 from ${peer} while serving ${line}`,
  (peer) => `Service ${peer} unavailable: circuit breaker is open`,
  () => 'Request could not be served: a service it depends on is unavailable',
];

/**
 * Requests that fail because of `origin`, between two seconds of the trouble: every service on their way complains of
 * the one it called, the one next to the origin first.
 */
export function failingRequests(
  origin: ServiceName,
  span: { readonly from: number; readonly until: number; readonly count: number },
  random: Random,
): Scene[] {
  const ways = routes.filter(({ hops }) => hops[hops.length - 1] === origin);
  if (ways.length === 0) return [];
  const voices = new Map<ServiceName, (peer: ServiceName, line: string) => string>();
  const complaintOf = (caller: ServiceName) => {
    if (!voices.has(caller)) voices.set(caller, pick(random, complaints));
    return voices.get(caller)!;
  };
  return Array.from({ length: span.count }, () => {
    const { line, hops } = pick(random, ways);
    const second = integer(random, span.from * 10, span.until * 10) / 10;
    const complain = (caller: ServiceName, peer: ServiceName): Step =>
      step(caller === 'gateway' ? 4 : 900, caller, 'ERROR', complaintOf(caller)(peer, line));
    const upwards = hops.slice(0, -1).map((caller, index) => complain(caller, hops[index + 1]));
    return request(
      second,
      [step(0, 'gateway', 'INFO', `${line} from {client}`)],
      abnormal(...upwards.reverse()),
    );
  });
}

import type { ModelDestination } from './chat-model';

const loopbackV4 = /^127(?:\.\d{1,3}){3}$/;
/** Of an address of IPv4 within IPv6, as `URL` writes it: `[::ffff:7f00:1]`. */
const mappedLoopback = /^\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]$/;

/**
 * Where what is said to this base address goes. Local are the names and addresses of loopback alone: a host of the same network is
 * another machine. An address that is none is remote, so that nothing is called local by mistake.
 */
export function destinationOf(baseUrl: string): ModelDestination {
  if (!URL.canParse(baseUrl)) return { kind: 'remote', host: baseUrl };
  const { hostname, host } = new URL(baseUrl);
  return isLoopback(hostname) ? { kind: 'local', host } : { kind: 'remote', host };
}

/** Of a host as `URL` writes it. */
function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return isLoopbackName(name) || loopbackV4.test(name) || name === '[::1]' || mappedLoopback.test(name);
}

/** RFC 6761, 6.3: these names never leave the machine. */
export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost');
}

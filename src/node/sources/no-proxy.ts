import { BlockList, isIP } from 'node:net';

const ports: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * Whether NO_PROXY says that a server is asked directly, as curl and Go read it: `*`, a name with all below it (`example.com`,
 * `.example.com`, `*.example.com`), an address, or a block of addresses (`10.0.0.0/8`); each may end in a port. No name is looked up.
 */
export function isDirect(url: URL, noProxy: string): boolean {
  const host = bare(url.hostname.toLowerCase());
  const port = url.port || ports[url.protocol] || '';
  return noProxy
    .toLowerCase()
    .split(/[,\s]+/)
    .some((entry) => {
      const { name, wanted } = parted(entry);
      return name !== '' && (wanted === undefined || wanted === port) && covers(name, host);
    });
}

/** An address of IPv6 has colons of its own: a port stands behind its brackets. */
function parted(entry: string): { name: string; wanted: string | undefined } {
  const [, name = entry, wanted] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  return { name: bare(name), wanted };
}

function covers(name: string, host: string): boolean {
  if (name === '*') return true;
  if (name.includes('/')) return isWithin(name, host);
  const own = name.replace(/^\*?\./, '').replace(/\.$/, '');
  return host.replace(/\.$/, '') === own || (isIP(host) === 0 && host.endsWith(`.${own}`));
}

function isWithin(block: string, host: string): boolean {
  const [network, length] = block.split('/', 2);
  const kind = isIP(host);
  if (kind === 0 || isIP(bare(network)) !== kind || !/^\d{1,3}$/.test(length)) return false;
  if (Number(length) > (kind === 4 ? 32 : 128)) return false;
  const family = kind === 4 ? 'ipv4' : 'ipv6';
  const addresses = new BlockList();
  addresses.addSubnet(bare(network), Number(length), family);
  return addresses.check(host, family);
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

import type { SecretForm } from './secret';

/** `nginx/1.25.3.1`, `version 1.2.3.4`: a version has the shape of an address. */
const versionBefore = /(?:\b(?:v|ver|version|release|build|rev)[ =:"']*|[A-Za-z_)\d]-|\bv)$/i;
const productBefore = /[A-Za-z][\w.]*\/$/;
const localNetworks = /^(?:10|127|169|172|192)\./;

function isIpv4(found: string, text: string, start: number): boolean {
  const octets = found.split('.').map(Number);
  if (octets.some((octet) => octet > 255) || found === '0.0.0.0') return false;
  const lead = text.slice(Math.max(0, start - 32), start);
  if (versionBefore.test(lead)) return false;
  // Java writes `host/10.0.0.7`, browsers write `Product/119.0.0.1`.
  return !productBefore.test(lead) || localNetworks.test(found) || text[start + found.length] === ':';
}

function isIpv6(found: string): boolean {
  const address = found.replace(/%.*$/, '');
  const groups = address.split(':');
  const halves = address.split('::');
  if (groups.some((group) => group.length > 4) || halves.length > 2 || !/\d/.test(address)) return false;
  if (halves.length === 1) return groups.length === 8;
  if (address === '::1') return true;
  const written = groups.filter((group) => group !== '').length;
  // `1::2` may be anything; addresses in use begin with four digits or name several groups.
  return written <= 7 && (written >= 3 || /^(?:fe[89ab]|f[cd]|[23])[0-9a-f]{1,3}:/i.test(address));
}

export const addressForms: readonly SecretForm[] = [
  {
    kind: 'EMAIL',
    pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\d-])/gu,
    needles: ['@'],
    // `git@host:path` names nobody; `package@1.2.io` does not occur.
    isOne: (found) => !found.startsWith('.') && !/^git@/.test(found),
  },
  {
    kind: 'IP',
    pattern: /(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w]|\.\d|-[A-Za-z])/g,
    needles: ['.'],
    isOne: isIpv4,
  },
  {
    kind: 'IP',
    pattern: /(?<![\w:.])[0-9a-fA-F:]{2,39}(?:%\w{1,15})?(?![\w:])/g,
    needles: [':'],
    isOne: isIpv6,
  },
];

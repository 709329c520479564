/**
 * `nginx-1.25.3.1`, `version 1.2.3.4`: a version has the shape of an address. Looked at from behind, from the end of what stands before:
 * else each of a hundred characters is a beginning to try.
 */
const versionBefore =
  /(?<=\b(?:v|ver|version|release|build|rev|revision|firmware|driver|schema|oid|sdk)[ =:"'(]*|[A-Za-z_)]-|\bv)/iy;
/** `upgraded libfoo from 1.2.3.4 to 1.2.4.0`. */
const upgradeBefore =
  /\b(?:upgrad|updat|downgrad|bump|install|versions?\b|releases?\b)[^;]{0,60}(?:\bfrom|\bto|->|→|\bversion|=|\()\s*$/i;
/** What an upgrade ends with before an address: seldom there, and soon seen. */
const upgradeEnd = /(?<=(?:\bfrom|\bto|->|→|\bversion|=|\()\s*)/iy;
const productBefore = /[A-Za-z][\w.]*\/$/;
/** RFC 1918 and 6598: no version begins so by chance often enough to matter. */
const localNetworks = /^(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const packageBehind =
  /^\.(?:jar|war|ear|zip|tar|t?gz|rpm|deb|whl|dll|exe|so|apk|ipa|msi|nupkg|x86_64|noarch|el\d|fc\d\d|amd64|arm64)\b/;

/**
 * Addresses of no machine: loopback and unspecified (RFC 1122, 3.2.1.3), the limited broadcast, netmasks. Every machine has them, so
 * they tell nothing of anybody; to whoever looks for a cause they tell whether something listens for itself or for all.
 */
function isNobodys(address: string): boolean {
  return /^(?:127\.|0\.|255\.)/.test(address);
}

export function isIpv4(found: string, line: string, start: number): boolean {
  if (!hasOctets(found) || isNobodys(found)) return false;
  const end = start + found.length;
  if (line[end] === '.' && packageBehind.test(line.slice(end, end + 12))) return false;
  const isLocal = localNetworks.test(found);
  const lead = line.slice(Math.max(0, start - 96), start);
  if (endsIn(versionBefore, lead)) return isLocal && /[A-Za-z]-$/.test(lead);
  if (isLocal || line[end] === ':') return true;
  // Java writes `host/10.0.0.7`, browsers write `Product/119.0.0.1`.
  if (lead.endsWith('/') && productBefore.test(lead)) return false;
  return !(endsIn(upgradeEnd, lead) && upgradeBefore.test(lead));
}

/** Up to 255 each, without zeros before them. */
function hasOctets(found: string): boolean {
  let octet = 0;
  let digits = 0;
  for (let i = 0; i < found.length; i++) {
    const digit = found.charCodeAt(i) - 48;
    if (digit < 0) {
      digits = 0;
      octet = 0;
      continue;
    }
    if (++digits > 1 && octet === 0) return false;
    octet = octet * 10 + digit;
    if (octet > 255) return false;
  }
  return true;
}

function endsIn(pattern: RegExp, lead: string): boolean {
  pattern.lastIndex = lead.length;
  return pattern.test(lead);
}

export function isIpv6(found: string): boolean {
  const address = found.replace(/%.*$/, '');
  const groups = address.split(':');
  const halves = address.split('::');
  if (groups.some((group) => group.length > 4) || halves.length > 2 || !/\d/.test(address)) return false;
  // Eight pairs of digits are the name of a port of Fibre Channel.
  if (halves.length === 1) return groups.length === 8 && groups.some((group) => group.length !== 2);
  // Loopback tells nothing of anybody, as in IPv4.
  if (address === '::1') return false;
  const written = groups.filter((group) => group !== '').length;
  // `1::2` may be anything; addresses in use begin with four digits or name several groups.
  return written <= 7 && (written >= 3 || /^(?:fe[89ab]|f[cd]|[23])[0-9a-f]{1,3}:/i.test(address));
}

import { isIpv4, isIpv6 } from './addresses';
import { facts } from './line-facts';
import { type PatternForm, patternForm } from './pattern-form';
import type { SecretForm } from './secret';

/** What ends like an address of e-mail and is a file, or a unit of systemd (`getty@tty1.service`). */
const noDomain =
  /\.(?:png|jpe?g|gif|webp|svg|ico|js|ts|css|json|jar|log|txt|service|socket|mount|target|slice|timer|scope|device|path)$/i;
/** `Worker@5e91993f.run`: what Java writes for an object. */
const javaObject = /[A-Z][^@]*@(?=[0-9a-f]*\d)[0-9a-f]{5,8}\./;

function isMail(found: string): boolean {
  return !/^git@/.test(found) && !noDomain.test(found) && !javaObject.test(found);
}

const octets = '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}';

const forms: readonly PatternForm[] = [
  {
    kind: 'EMAIL',
    pattern:
      /(?<![\p{L}\p{N}_.%+-])[\p{L}\p{N}_][\p{L}\p{N}_.%+'&-]{0,63}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\d-])/gu,
    needles: ['@'],
    isOne: isMail,
  },
  // In the query of a URL.
  {
    kind: 'EMAIL',
    pattern: /(?<![\w.%+-])[\w.+-]{1,64}%40(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z\d-])/gi,
    needles: ['%40'],
    isOne: isMail,
  },
  // tcpdump writes the port as a fifth number.
  {
    kind: 'IP',
    pattern: new RegExp(`(?<=\\bIP |> )${octets}(?=\\.\\d{1,5}(?![.\\d]))`, 'g'),
    needs: facts.dotted,
    besides: ['ip ', '> '],
    isOne: isIpv4,
  },
  {
    kind: 'IP',
    pattern: new RegExp(`(?<![A-Za-z0-9.~])${octets}(?![A-Za-z0-9_]|\\.\\d|-[A-Za-z])`, 'g'),
    needs: facts.dotted,
    isOne: isIpv4,
  },
  // Amazon names hosts by their address.
  {
    kind: 'IP',
    pattern: /\bip-(?<secret>\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})(?![\w-])/g,
    needles: ['ip-'],
  },
  {
    kind: 'IP',
    pattern: /(?<![\w:.])[0-9a-fA-F]{0,4}:[0-9a-fA-F:]{1,38}(?:%\w{1,15})?(?![\w:])/g,
    facts: facts.colons,
    isOne: isIpv6,
  },
];

export const addressForms: readonly SecretForm[] = forms.map(patternForm);

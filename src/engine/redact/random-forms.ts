import { facts } from './line-facts';
import { patternForm } from './pattern-form';
import type { SecretForm } from './secret';

const hashBefore = /sha-?\d{1,3}|md5|digest|hash|checksum|integrity|fingerprint|etag|crc/i;

/** Words and paths change between capitals, small letters and digits seldom; chance does for six characters of ten. */
function isRandom(text: string, line: string, start: number): boolean {
  if (hashBefore.test(line.slice(Math.max(0, start - 24), start))) return false;
  const changes = text.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return changes * 5 >= text.length * 2 && /[a-z]/.test(text) && /[A-Z]/.test(text);
}

/**
 * Keys that have no beginning of their own: secrets of AWS (40 characters), lines of PEM (64) and OpenSSH (70) by themselves, keys of
 * Azure's storage (86 and two signs). Only what is as mixed as chance makes it, and is not called a hash.
 */
export const randomForms: readonly SecretForm[] = [
  patternForm({
    kind: 'KEY',
    pattern:
      /(?<![A-Za-z0-9/+.-])(?:[A-Za-z0-9+/]{86}==|(?:[A-Za-z0-9+/]{40}|[A-Za-z0-9+/]{64}|[A-Za-z0-9+/]{70})(?![\w/+=.-]))/g,
    facts: facts.longBase64,
    isOne: isRandom,
  }),
];

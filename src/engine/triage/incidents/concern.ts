import type { Category, Finding } from '../../model/finding';
import { floodingValue } from './stretches';

const address = /^(?:\d{1,3}\.){3}\d{1,3}$|^[\da-f]*:[\da-f:]+$/i;

/** What a finding concerns, and whether only its words say so. An address that floods a service is a matter of security. */
export function concernOf(finding: Finding): { category: Category | null; isGuess: boolean } {
  if (address.test(floodingValue(finding) ?? '')) return { category: 'security', isGuess: false };
  const isGuess = finding.reasons.every(({ detector }) => detector !== 'rules');
  return { category: finding.category, isGuess };
}

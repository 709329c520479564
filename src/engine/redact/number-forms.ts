import { isBirthday, satisfiesIdCheck, satisfiesLuhn } from './check-digits';
import type { SecretForm } from './secret';

/** First digits of the networks that issue cards (ISO/IEC 7812: Visa, Mastercard, American Express, Discover, JCB, UnionPay, Diners). */
const issuers =
  /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|6(?:011|4[4-9]|5|2)|35(?:2[89]|[3-8])|3(?:0[0-5]|[68]))/;

/** Names before a number that is none of these, however well its digits fit. */
const countedBefore =
  /(?:\bid|_id|Id|ID|seq|offset|trace|span|block|blk|nonce|hash|serial|version|port|pid|tid)["']?\s*[=:#]?\s*["']?$/;

function isNamedOtherwise(text: string, start: number): boolean {
  return countedBefore.test(text.slice(Math.max(0, start - 24), start));
}

function isCard(found: string, text: string, start: number): boolean {
  const digits = found.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19 || !issuers.test(digits) || !satisfiesLuhn(digits))
    return false;
  return !isNamedOtherwise(text, start);
}

function isPhone(found: string, text: string, start: number): boolean {
  const digits = found.replace(/\D/g, '').length;
  return digits >= 8 && digits <= 15 && !isNamedOtherwise(text, start);
}

/** The edges: no digit, letter or sign that would make it a part of a longer number, a hash, an id or a decimal. */
const before = '(?<![\\w.+#$/-])';
const after = '(?![\\w]|[.-]\\d)';

export const numberForms: readonly SecretForm[] = [
  {
    kind: 'ID_NUMBER',
    pattern: new RegExp(`${before}\\d{17}[\\dXx]${after}`, 'g'),
    isOne: (found) => isBirthday(found.slice(6, 14)) && satisfiesIdCheck(found),
  },
  {
    kind: 'CARD',
    pattern: new RegExp(
      `${before}(?:\\d{4}[ -]\\d{4}[ -]\\d{4}[ -]\\d{1,7}|\\d{4}[ -]\\d{6}[ -]\\d{4,5}|\\d{13,19})${after}`,
      'g',
    ),
    isOne: isCard,
  },
  // With its country: E.164 has at most fifteen digits.
  {
    kind: 'PHONE',
    pattern: /(?<![\w.+-])(?:\+|00)[1-9]\d{0,2}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?![\w]|[.-]\d)/g,
    needles: ['+', '00'],
    isOne: (found, text, start) =>
      isPhone(found, text, start) && (found.startsWith('+') || /[ ()-]/.test(found)),
  },
  // North America, written as people write it.
  {
    kind: 'PHONE',
    pattern: /(?<![\w.+-])(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])[2-9]\d\d[.-]\d{4}(?![\w]|[.-]\d)/g,
    isOne: isPhone,
  },
  // A mobile number in China.
  {
    kind: 'PHONE',
    pattern: new RegExp(`${before}1[3-9]\\d(?:\\d{8}|[ -]\\d{4}[ -]\\d{4})${after}`, 'g'),
    isOne: isPhone,
  },
];

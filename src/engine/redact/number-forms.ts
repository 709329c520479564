import { isBirthday, isRegion, satisfiesIdCheck, satisfiesLuhn } from './check-digits';
import { facts } from './line-facts';
import { isCounted, isMeasured, isNamedAs } from './number-names';
import { type PatternForm, patternForm } from './pattern-form';
import type { SecretForm } from './secret';

/** First digits and lengths of the networks that issue cards (ISO/IEC 7812 and what each network publishes). */
const networks: readonly (readonly [first: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [16]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^62/, [16]],
  [/^3(?:0[0-59]|[689])/, [14]],
  [/^220[0-4]/, [16]],
];
/** Lengths so common among other numbers, or so rare among cards, that a word has to say what they are. */
const namedNetworks: readonly (readonly [first: RegExp, lengths: readonly number[]])[] = [
  ...networks,
  [/^4/, [13, 19]],
  [/^(?:6011|64[4-9]|65|62|35)/, [17, 18, 19]],
  [/^(?:5[0678]|6)/, [12, 13, 14, 15, 16, 17, 18, 19]],
];

const cardNames = /card|visa|master|amex|\bpan\b|credit|debit|unionpay|discover|maestro|卡|付款/i;
const phoneNames =
  /phone|mobile|\btel\b|telephone|msisdn|cell|whatsapp|\bfax\b|\bsms\b|\bcall(?:ed|er|ing)?\b|contact|dial|手机|电话|号码|联系/i;
const idNames = /身份证|证件|id[_ -]?card|id[_ -]?no|identity|citizen/i;

function isCard(found: string, line: string, start: number): boolean {
  const digits = found.replace(/\D/g, '');
  if (/^(\d)\1+$/.test(digits) || !satisfiesLuhn(digits)) return false;
  const isNamed = isNamedAs(cardNames, line, start);
  const known = isNamed ? namedNetworks : networks;
  const isIssued = known.some(([first, lengths]) => first.test(digits) && lengths.includes(digits.length));
  return isIssued && (isNamed || !isCounted(line, start, found));
}

/** Digits in a row may be anything; written with signs between them they are a phone number unless they measure something. */
function isPhone(found: string, line: string, start: number): boolean {
  const digits = found.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15) return false;
  const isNamed = isNamedAs(phoneNames, line, start);
  if (line[start - 1] === '/' && !isNamed) return false;
  if (isNamed) return true;
  return /\d[ ()-]+\d|^\+/.test(found) ? !isMeasured(line, start, found) : !isCounted(line, start, found);
}

/** The edges: no digit, letter or sign that would make it a part of a longer number, a hash, an id or a decimal. */
const before = '(?<![A-Za-z0-9_.+#$/-])';
/** A phone number may be a part of a path, too, and have an extension. */
const beforePhone = '(?<![A-Za-z0-9_.+#$-])';
const extension = '(?: ?(?:x|ext\\.?) ?\\d{1,5})?';
const after = '(?![A-Za-z0-9_]|[.-]\\d|,\\d{3})';

const forms: readonly PatternForm[] = [
  {
    kind: 'ID_NUMBER',
    pattern: new RegExp(`${before}\\d{17}[\\dXx]${after}`, 'g'),
    facts: facts.digits,
    needs: facts.digits15,
    isOne: (found) => isRegion(found) && isBirthday(found.slice(6, 14)) && satisfiesIdCheck(found),
  },
  // Of before 1999: without a check digit, so a word has to say what it is.
  {
    kind: 'ID_NUMBER',
    pattern: new RegExp(`${before}\\d{15}${after}`, 'g'),
    facts: facts.digits,
    needs: facts.digits15,
    isOne: (found, line, start) =>
      isRegion(found) && isBirthday(`19${found.slice(6, 12)}`) && isNamedAs(idNames, line, start),
  },
  {
    kind: 'CARD',
    pattern:
      /(?<![A-Za-z0-9_.+#$-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}|\d{12,19})(?![A-Za-z0-9_]|[.-]\d)/g,
    facts: facts.digits,
    needs: facts.longNumber,
    isOne: isCard,
  },
  // With its country: E.164 has at most fifteen digits. `%2B` is a plus in the query of a URL.
  {
    kind: 'PHONE',
    pattern: new RegExp(
      `(?:(?<![\\w.+-])(?:\\+|00)|(?<=%2B))[1-9]\\d{0,2}[ .-]?(?:\\(0?\\d{1,4}\\)[ .-]?)?\\d{1,12}(?:[ .-]\\d{1,8}){0,5}${extension}(?![\\w]|[.-]\\d)`,
      'gi',
    ),
    facts: facts.plus | facts.digits,
    needles: ['+', '00', '%2b'],
    besides: [...'123456789'].flatMap((digit) => [`+${digit}`, `00${digit}`, `%2b${digit}`]),
    isOne: isInternational,
  },
  // North America, written as people write it; with spaces alone it may be three columns of a table.
  {
    kind: 'PHONE',
    pattern: new RegExp(
      `(?<![\\w.+-])(?:1[ .-])?(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d[ .-])[2-9]\\d\\d[ .-]\\d{4}${extension}(?![\\w]|[.-]\\d)`,
      'g',
    ),
    facts: facts.plus | facts.digits,
    needs: facts.threeAndFour,
    isOne: (found, line, start) =>
      /[().-]/.test(found) ? isPhone(found, line, start) : isNamedAs(phoneNames, line, start),
  },
  // A mobile number in China, also with its country but without a sign.
  {
    kind: 'PHONE',
    pattern: new RegExp(
      `${beforePhone}(?:(?:00)?86[ -]?)?1(?:3\\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])(?:\\d{8}|([ -])\\d{4}\\1\\d{4})${after}`,
      'g',
    ),
    facts: facts.digits,
    needs: facts.longNumber,
    isOne: isPhone,
  },
  // A line in China: its area begins with a zero.
  {
    kind: 'PHONE',
    pattern: new RegExp(`${before}(?:\\(0[1-9]\\d{1,2}\\) ?|0[1-9]\\d{1,2}-)[2-8]\\d{6,7}${after}`, 'g'),
    facts: facts.digits,
    needs: facts.digits7,
    isOne: isPhone,
  },
  // Any other, where a word just before says that it is one.
  {
    kind: 'PHONE',
    pattern: new RegExp(
      `(?<![A-Za-z0-9_.+-])\\(?\\d{2,5}\\)?(?:[ .-]?\\d{2,8}){1,4}${extension}(?![A-Za-z0-9_]|[.-]\\d)`,
      'g',
    ),
    facts: facts.digits | facts.assigned,
    needles: [
      'phone',
      'mobile',
      'tel',
      'msisdn',
      'cell',
      'whatsapp',
      'fax',
      'call',
      'dial',
      'sms',
      'text',
      '手机',
      '电话',
      '短信',
    ],
    isOne: isNamedPhone,
  },
];

/** `+1 ` may also be an offset of time or a difference: what has no signs in it has eight digits or more. */
function isInternational(found: string, line: string, start: number): boolean {
  const digits = found.replace(/\D/g, '').length;
  // A time or a counter may begin with zeros: behind those the country stands by itself.
  if (found.startsWith('00') && !/^00[1-9]\d{0,2}[ .(-]/.test(found) && !isNamedAs(phoneNames, line, start))
    return false;
  if (/^\+\d{1,3}[.]\d+$/.test(found)) return false;
  return digits >= 8 && isPhone(found, line, start);
}

const directlyNamed =
  /(?:\b(?:call(?:ed|ing|er|ee|back)?(?:[_ -]?(?:id|number|num|no))?|ani|dnis|dial(?:l?ed|l?ing)?|sms|text(?:ed)?|contact(?:[_ -]?(?:number|num|no))?)(?: (?:sent )?(?:to|from|at|number))?|短信(?:发送)?[到至]?|phone(?:[_ -]?(?:number|num|no))?|mobile(?:[_ -]?(?:number|num|no|phone))?|\btel(?:ephone)?|msisdn|cell(?:phone)?|whatsapp|\bfax|手机号?码?|电话(?:号码)?)["'\\.]{0,3}\s{0,2}[=:：]?\s{0,2}["'\\]{0,3}\(?$/i;

const dateLike = /^(?:19|20)\d\d[-.]?[01]\d[-.]?[0-3]\d/;

function isNamedPhone(found: string, line: string, start: number): boolean {
  const digits = found.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15 || dateLike.test(found)) return false;
  return directlyNamed.test(line.slice(Math.max(0, start - 32), start));
}

export const numberForms: readonly SecretForm[] = forms.map(patternForm);

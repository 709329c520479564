/** Luhn's sum, which the numbers of all payment cards satisfy (ISO/IEC 7812-1). */
export function satisfiesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/** The last character of a Chinese identity number (GB 11643: ISO 7064, MOD 11-2) over the seventeen digits before it. */
export function satisfiesIdCheck(number: string): boolean {
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return idChecks[sum % 11] === number[17].toUpperCase();
}

/** Digits `YYYYMMDD` of a day somebody alive may have been born on. */
export function isBirthday(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** First two digits of an identity number: provinces and what is governed like one (GB/T 2260), and residents of Hong Kong, Macao, Taiwan and abroad. */
const regions = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

export function isRegion(number: string): boolean {
  return regions.test(number);
}

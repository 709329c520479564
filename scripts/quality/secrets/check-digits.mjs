/** Check digits as their standards say, written for the corpus alone: it shares nothing with what it measures. */

/** The digit that ISO/IEC 7812-1 (Luhn) puts behind a card's number. @param {string} payload digits */
export function luhnDigit(payload) {
  let sum = 0;
  for (let i = 0; i < payload.length; i++) {
    const digit = Number(payload[payload.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** The character that GB 11643 (ISO 7064, MOD 11-2) puts behind a resident's number. @param {string} payload 17 digits */
export function residentDigit(payload) {
  let sum = 0;
  for (const digit of payload) sum = ((sum + Number(digit)) * 2) % 11;
  return '10X98765432'.charAt(sum);
}

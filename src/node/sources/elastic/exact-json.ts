/**
 * JSON whose integers keep all their digits: those beyond 2^53 become strings. Ids and times in nanoseconds are such numbers, and
 * JavaScript's own reading rounds them. Both servers take a string where a number is meant.
 */
export function exactJson(text: string): unknown {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const stringStart = quote < 0 ? text.length : quote;
    parts.push(text.slice(at, stringStart).replace(number, exact));
    at = stringEnd(text, stringStart);
    parts.push(text.slice(stringStart, at));
  }
  return JSON.parse(parts.join(''));
}

const number = /-?\d[\d.eE+-]*/g;

function exact(token: string): string {
  return /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
}

/** Behind the quote that ends the string which begins at `start`. A regular expression would need a stack as deep as the string is long. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

import { afterBlanks, isQuote, stringEnd } from './scan-text';

const matcher = /([A-Za-z_][A-Za-z0-9_]*)\s*(=~|!~|!=|=)\s*/y;

/**
 * The conditions of a selector that is being typed, those that are whole, as a selector again; '' where there is none, or none that
 * a server takes alone: one must ask for something (`=` or `=~` of a value that is not empty).
 */
export function wholeMatchers(text: string): string {
  const found: string[] = [];
  let asksForSomething = false;
  let at = afterBlanks(text, 0);
  if (text[at] === '{') at = afterBlanks(text, at + 1);
  while (at < text.length) {
    matcher.lastIndex = at;
    const head = matcher.exec(text);
    const valueAt = head ? head.index + head[0].length : text.length;
    if (!head || valueAt >= text.length || !isQuote(text[valueAt])) break;
    const end = stringEnd(text, valueAt);
    if (end - valueAt < 2 || text[end - 1] !== text[valueAt]) break;
    const value = text.slice(valueAt, end);
    found.push(`${head[1]}${head[2]}${value}`);
    asksForSomething ||= asks(head[2], value.slice(1, -1));
    at = afterBlanks(text, end);
    if (text[at] !== ',') break;
    at = afterBlanks(text, at + 1);
  }
  return asksForSomething ? `{${found.join(', ')}}` : '';
}

/** Whether the empty text does not fulfil it, as far as can be told without the server. */
function asks(operator: string, value: string): boolean {
  if (operator === '=') return value !== '';
  return operator === '=~' && value !== '' && !/[*?|]/.test(value);
}

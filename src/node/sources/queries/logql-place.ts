/** What stands at a place in LogQL where something is being typed. Text before and behind it may be half written. */
export type LogqlPlace =
  /** A label's name in a stream selector; `[from, at)` is what was typed of it. */
  | { readonly kind: 'label'; readonly from: number }
  /** A label's value; `[from, at)` is what was typed of it, behind the quote where there is one. */
  | { readonly kind: 'value'; readonly label: string; readonly from: number; readonly quoted: boolean }
  | { readonly kind: 'other' };

const matcher = /\s*([A-Za-z_]\w*)\s*(?:=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|`[^`]*`)\s*(?:,|$)/y;
const openLabel = /^\s*([A-Za-z_]\w*)?$/;
const openValue = /^\s*([A-Za-z_]\w*)\s*(?:=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)|`([^`]*))?$/;

/** `at` counts UTF-16 units. */
export function logqlPlace(text: string, at: number): LogqlPlace {
  const open = openBrace(text.slice(0, at));
  if (open < 0) return { kind: 'other' };
  const inside = text.slice(open + 1, at);
  const rest = inside.slice(closedMatchers(inside).at(-1)?.end ?? 0);
  const value = openValue.exec(rest);
  if (value) {
    const typed = value[2] ?? value[3];
    return { kind: 'value', label: value[1], from: at - (typed?.length ?? 0), quoted: typed !== undefined };
  }
  const label = openLabel.exec(rest);
  return label ? { kind: 'label', from: at - (label[1]?.length ?? 0) } : { kind: 'other' };
}

/** The complete matchers before the place, as a selector; '' where there is none. What is asked of the server then narrows. */
export function selectorBefore(text: string, at: number): string {
  const open = openBrace(text.slice(0, at));
  if (open < 0) return '';
  const matchers = closedMatchers(text.slice(open + 1, at)).map((one) => one.text);
  return matchers.length === 0 ? '' : `{${matchers.join(', ')}}`;
}

function closedMatchers(inside: string): { readonly text: string; readonly end: number }[] {
  const found: { readonly text: string; readonly end: number }[] = [];
  matcher.lastIndex = 0;
  for (let match = matcher.exec(inside); match; match = matcher.exec(inside))
    found.push({ text: match[0].trim().replace(/\s*,$/, ''), end: matcher.lastIndex });
  return found;
}

/** A label's value as LogQL writes it. */
export function quotedValue(value: string): string {
  return JSON.stringify(value).replaceAll('\u007f', '\\u007f');
}

/** Of the selector that is not closed before the end; -1 where none is. */
function openBrace(before: string): number {
  let open = -1;
  for (let i = 0; i < before.length; i++) {
    const character = before[i];
    if (character === '#') i = lineEnd(before, i);
    else if (character === '"' || character === '`') i = stringEnd(before, i);
    else if (character === '{') open = i;
    else if (character === '}') open = -1;
  }
  return open;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A string that is not closed goes to the end. */
function stringEnd(text: string, from: number): number {
  const quote = text[from];
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\' && quote === '"') i++;
    else if (text[i] === quote) return i;
  }
  return text.length;
}

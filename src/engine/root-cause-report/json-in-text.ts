/** Braces of which an object may begin that are tried; prose before an answer holds few. */
const mostTries = 20;

/**
 * The first whole JSON object of a text: models put it in a fence, say something before or go on behind it. Undefined where there is
 * none. What stands within an object that was not closed or is no JSON is tried too.
 */
export function jsonObjectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  let from = text.indexOf('{');
  for (let tries = 0; from !== -1 && tries < mostTries; tries++) {
    const end = endOfObject(text, from);
    const found = end === undefined ? undefined : parsed(text.slice(from, end));
    if (found !== undefined) return found;
    from = text.indexOf('{', from + 1);
  }
  return undefined;
}

/** Behind the brace that closes the one at `from`; braces in strings are text. */
function endOfObject(text: string, from: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

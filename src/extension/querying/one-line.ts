/** A string of LogQL, what shows nothing (comments and blanks), or one character that is neither. */
const pieces = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|(?:#[^\n\r]*|\s)+|[\s\S]/g;
const showsNothing = /^[#\s]/;

/**
 * A query of several lines on one, without its comments, as a line to type in can show it. As it is where a string in it goes over a
 * line end.
 */
export function onOneLine(logql: string): string {
  const found = logql.match(pieces) ?? [];
  if (found.some((one) => one.startsWith('`') && /[\n\r]/.test(one))) return logql;
  return found
    .map((one) => (showsNothing.test(one) ? ' ' : one))
    .join('')
    .trim();
}

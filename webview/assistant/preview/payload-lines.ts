/**
 * JSON for reading: it breaks where it does and, as prompts are one string each, behind each line feed within a string. Joined, the
 * lines are the JSON.
 */
export function payloadLines(json: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  for (const { 0: found, index } of json.matchAll(escapesAndBreaks)) {
    if (found !== '\n' && found !== '\\n') continue;
    lines.push(json.slice(start, index + found.length));
    start = index + found.length;
  }
  if (start < json.length) lines.push(json.slice(start));
  return lines;
}

/** An escape is taken whole: the `\n` of `\\n` is no line feed. */
const escapesAndBreaks = /\\.|\n/gs;

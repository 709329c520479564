const mostTried = 8;
type JsonRecord = Readonly<Record<string, unknown>>;

/** The objects of JSON in an answer, as they stand alone, in a block of code or among words; the outer ones first. */
export function objectsIn(text: string): JsonRecord[] {
  const objects: JsonRecord[] = [];
  for (let at = text.indexOf('{'), tried = 0; at >= 0 && tried < mostTried; tried++) {
    const found = objectFrom(text, at);
    if (found) objects.push(found.object);
    at = text.indexOf('{', found?.end ?? at + 1);
  }
  return objects;
}

/** Of the first member of such a name. */
export function memberOf(object: JsonRecord, name: RegExp): unknown {
  const found = Object.keys(object).find((each) => name.test(each));
  return found === undefined ? undefined : object[found];
}

/** Of a text, number, truth value, or a list of such; '' of anything else: JSON may hold an object with a member `toString`. */
export function wordsOf(member: unknown): string {
  const words: readonly unknown[] = Array.isArray(member) ? member : [member];
  return words.filter((word) => word !== null && word !== undefined && typeof word !== 'object').join(', ');
}

/** The brace that closes it is the first behind which all that were opened are closed, those in strings left out. */
function objectFrom(text: string, start: number): { object: JsonRecord; end: number } | undefined {
  let depth = 0;
  let isText = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (isText && letter === '\\') at++;
    else if (letter === '"') isText = !isText;
    else if (isText) continue;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return parsed(text.slice(start, at + 1), at + 1);
  }
  return undefined;
}

function parsed(json: string, end: number): { object: JsonRecord; end: number } | undefined {
  try {
    return { object: JSON.parse(json) as JsonRecord, end };
  } catch {
    return undefined;
  }
}

/** Every run of blanks as one, so that no pattern has two ways through it. */
export function evenSpace(text: string): string {
  return text.replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '));
}

/** What the model leaves out of a quote. */
const ellipsis = /…|⋯|\.{3,}/;
/** Put before a line by the tools that gave it to the model. */
const lineNumber = /^L?(\d{1,15}): /;
const mostParts = 12;

/** White space as one blank, none around. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text as it is looked for: its record's lines, and the number they begin with where it was copied along. */
export interface QuotedRecord {
  readonly firstLine: number;
  readonly lastLine: number;
  /** Folded. */
  readonly text: string;
}

/**
 * Whether the record says it, letter by letter. A number that is cut short is another number (`5` is not in `50 ms`). What an
 * ellipsis parts must come in order; where the log itself has the dots, they are its text.
 */
export function stands(quote: string, record: QuotedRecord): boolean {
  const wanted = withoutLineNumber(folded(quote), record);
  if (wanted === '') return false;
  return holds([wanted], record.text) || holds(partsOf(wanted), record.text);
}

function withoutLineNumber(quote: string, { firstLine, lastLine }: QuotedRecord): string {
  const found = lineNumber.exec(quote);
  if (found === null) return quote;
  const line = Number(found[1]);
  return line >= firstLine && line <= lastLine ? quote.slice(found[0].length) : quote;
}

function partsOf(quote: string): string[] {
  const parts = quote.split(ellipsis).map((part) => part.trim());
  return parts.length > mostParts ? [] : parts;
}

/** Empty parts stand for what is left out before or behind. */
function holds(parts: readonly string[], text: string): boolean {
  if (parts.every((part) => part === '')) return false;
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const at = placeOf(part, text, from, { before: index === 0, behind: index === parts.length - 1 });
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

/** Where it stands first with no number cut; an ellipsis may cut one. */
function placeOf(
  part: string,
  text: string,
  from: number,
  whole: { readonly before: boolean; readonly behind: boolean },
): number {
  for (let at = text.indexOf(part, from); at !== -1; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    const cutsBefore = whole.before && isDigit(text[at - 1]) && isDigit(part[0]);
    const cutsBehind = whole.behind && isDigit(text[end]) && isDigit(part[part.length - 1]);
    if (!cutsBefore && !cutsBehind) return at;
  }
  return -1;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

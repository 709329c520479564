/** As long as a name may be that is read in a list. */
const longestCategory = 80;
const longestNote = 2000;

export interface CategoryAndNote {
  /** '' where none is named. */
  readonly category: string;
  /** '' where none is written. */
  readonly note: string;
}

/** `database: disk was full`: what stands before the first colon, in either width, names the category, the rest is the note. */
export function categoryAndNote(typed: string): CategoryAndNote {
  const colon = typed.search(/[:：]/u);
  const category = colon < 0 ? typed : typed.slice(0, colon);
  const note = colon < 0 ? '' : typed.slice(colon + 1);
  return { category: oneLine(category).slice(0, longestCategory), note: oneLine(note).slice(0, longestNote) };
}

/** Those that begin as typed, else those that hold it; each once, whatever its case. */
export function matchingCategories(categories: readonly string[], typed: string): string[] {
  const wanted = typed.toLowerCase();
  const unique = categories.filter(
    (one, index) => categories.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === index,
  );
  const beginning = unique.filter((one) => one.toLowerCase().startsWith(wanted));
  const holding = unique.filter((one) => one.toLowerCase().includes(wanted));
  return [...beginning, ...holding.filter((one) => !beginning.includes(one))];
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

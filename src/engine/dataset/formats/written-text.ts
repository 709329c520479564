const unpaired = /\p{Surrogate}/gu;
const lineEndsOfOthers = /[\u0085\u2028\u2029]/g;

/**
 * Unpaired surrogates as U+FFFD. UTF-8 has no form for them, and Arrow, by which Hugging Face's `datasets` reads JSON, refuses a
 * file with their escapes whole.
 */
export function wellFormed(text: string): string {
  return isWellFormed(text) ? text : text.replace(unpaired, '\ufffd');
}

export function isWellFormed(text: string): boolean {
  return text.search(unpaired) < 0;
}

/** One line of JSON. What some readers take for the end of a line (U+0085, U+2028, U+2029) is escaped. */
export function jsonLine(value: object): string {
  const json = JSON.stringify(value);
  const line = json.search(lineEndsOfOthers) < 0 ? json : json.replace(lineEndsOfOthers, escaped);
  return `${line}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

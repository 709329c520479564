/**
 * Log text as it is shown: what would not be seen, or would turn the line around, becomes a picture of one unit, so that columns
 * stay those of the text. Tabs stay.
 */
export function visibleText(text: string): string {
  return hidden.test(text) ? text.replace(hiddenAll, pictureOf) : text;
}

/**
 * Control characters, bidirectional controls, line separators, and characters without width that join nothing; of the tags of plane
 * 14, which are ASCII nobody sees, both units.
 */
const hiddenClass = String.raw`[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]`;
const hidden = new RegExp(hiddenClass);
const hiddenAll = new RegExp(hiddenClass, 'g');

function pictureOf(char: string): string {
  if (char.length > 1) return '\u237d'.repeat(char.length);
  const code = char.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code < 0xa0) return '\u2426';
  if (code === 0x2028 || code === 0x2029) return '\u2424';
  return directions.test(char) ? '\u21c4' : '\u237d';
}

const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

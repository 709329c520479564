import type { Sentence } from '../../engine/model/finding';
import { plainText } from '../../engine/text/plain-text';
import type { Tell } from '../../protocol/overview';

/** What is told beside an answer, on one line. Its values may come from any file: they cannot move the cursor, nor begin another line. */
export function noteLine(sentence: Sentence, tell: Tell): string {
  const values = sentence.values.map((value) => (typeof value === 'number' ? value : plain(value)));
  return `oddline: ${tell({ pattern: sentence.pattern, values })}\n`;
}

function plain(text: string): string {
  const bytes = new TextEncoder().encode(text.replace(/[\r\n]+/g, ' '));
  return plainText(bytes, 0, bytes.length, text.length);
}

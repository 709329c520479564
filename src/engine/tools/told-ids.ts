import { Redactor } from '../redact/redactor';

/**
 * Those of the ids that may stand by themselves. What is hidden in the lines only for the words around it (an account behind `user=`, a part of
 * an address) is known to nobody without them: it is left out, and the lines show it as whoever reads them may see it.
 */
export function toldIds(ids: readonly string[], lines: readonly string[]): readonly string[] {
  const redactor = new Redactor();
  const text = lines.join('\n');
  const hidden = redactor.redact(text);
  return ids.filter((id) => hidden.includes(id) || !text.includes(id) || redactor.redact(id) !== id);
}

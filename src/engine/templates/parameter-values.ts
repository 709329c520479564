import { plainText } from '../text/plain-text';
import { tokenize } from './tokenizer';
import { placeholderTypes, type Token } from './tokens';

const affixes = /^(.*?)<[a-z]+>(.*)$/;

/** Values of a template's placeholders in the message `bytes[start, end)`; '' where it has another number of tokens. */
export function parameterValues(
  template: readonly string[],
  bytes: Uint8Array,
  start: number,
  end: number,
): string[] {
  const tokens = tokenize(bytes, start, end);
  const fits = tokens.length === template.length;
  return template.flatMap((text, i) => {
    const count = placeholderTypes(text).length;
    if (count === 0) return [];
    return fits ? valuesIn(text, tokens[i], bytes) : Array<string>(count).fill('');
  });
}

function valuesIn(template: string, token: Token, bytes: Uint8Array): string[] {
  if (token.text === template) {
    return token.variables.map((variable) =>
      plainText(bytes, variable.start, variable.end, variable.end - variable.start),
    );
  }
  // The template was widened here: its one placeholder stands for all but the punctuation around it.
  const [, before, after] = affixes.exec(template) ?? ['', '', ''];
  const raw = plainText(bytes, token.start, token.end, token.end - token.start);
  const from = raw.startsWith(before) ? before.length : 0;
  const to = raw.length - from > after.length && raw.endsWith(after) ? raw.length - after.length : raw.length;
  return [raw.slice(from, to)];
}

import type { StringForm } from './languages';

/** Stands in a message for what the program puts in. No source holds it in a literal that is logged. */
export const hole = '\u0000';

export interface Literal {
  /** The text it stands for, with holes for expressions and for places of a format. */
  readonly text: string;
  /** Where it ends in the source. */
  readonly end: number;
}

/** The literal whose body begins at `at`. Each character is looked at once, also where it never ends. */
export function readLiteral(source: string, at: number, form: StringForm): Literal {
  let text = '';
  let i = at;
  while (i < source.length) {
    if (source.startsWith(form.close, i)) {
      if (form.escape !== 'doubled' || !source.startsWith(form.close, i + 1)) {
        return { text: finished(text, form), end: i + form.close.length };
      }
      text += form.close;
      i += 2;
      continue;
    }
    const char = source[i];
    if (!form.spansLines && (char === '\n' || char === '\r')) break;
    if (char === '\\' && form.escape === 'backslash') {
      const escaped = escapedAt(source, i);
      text += escaped.text;
      i = escaped.end;
    } else if (form.expression !== null && source.startsWith(form.expression, i)) {
      const expression = expressionAt(source, i, form);
      text += expression.text;
      i = expression.end;
    } else if (form.expression === '{' && source.startsWith('}}', i)) {
      text += '}';
      i += 2;
    } else {
      text += char === hole ? ' ' : char;
      i++;
    }
  }
  return { text: finished(text, form), end: i };
}

const unicodeEscape = /\\u(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{4}))/y;

function escapedAt(source: string, at: number): Literal {
  unicodeEscape.lastIndex = at;
  const found = unicodeEscape.exec(source);
  const code = found && Number.parseInt(found[1] ?? found[2], 16);
  if (found && code !== null && code > 0 && code <= 0x10ffff) {
    return { text: String.fromCodePoint(code), end: at + found[0].length };
  }
  const char = source[at + 1] ?? '';
  // A line end behind a backslash is none; other controls (\n, \t, \033) part words.
  if (char === '\n' || char === '\r') return { text: '', end: at + 2 };
  return { text: /[a-z0]/i.test(char) ? ' ' : char, end: at + 2 };
}

/** A doubled brace is one of the text, where a single one begins an expression. */
function expressionAt(source: string, at: number, { expression, spansLines }: StringForm): Literal {
  if (expression === '{' && source[at + 1] === '{') return { text: '{', end: at + 2 };
  let depth = 0;
  for (let i = at; i < source.length; i++) {
    const char = source[i];
    if (!spansLines && (char === '\n' || char === '\r')) return { text: hole, end: i };
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return { text: hole, end: i + 1 };
  }
  return { text: hole, end: source.length };
}

/** `%s`, `%-8.2f`, `%(name)s`, `%+v`, `{}`, `{0:N2}`, `{OrderId}`, `{@Order}`; `%%` is a percent sign. */
const places =
  /%%|%(?:\(\w{1,60}\))?[-+ #0]{0,4}\d{0,4}(?:\.\d{1,3})?[hlLqjzt]{0,2}[a-zA-Z@](?![a-zA-Z])|\{[@$]?[\w.[\]]{0,60}(?:[:!,][^{}\n]{0,30})?\}/g;

/** Where braces begin expressions, those that are left are of the text. */
function finished(text: string, { expression }: StringForm): string {
  if (expression === '{') return text;
  return text.replace(places, (place) => (place === '%%' ? '%' : hole));
}

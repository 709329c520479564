/** A part of a regex: `atom` matches one character, `char` that very one. */
export interface PatternToken {
  readonly kind: 'char' | 'atom' | 'open' | 'close' | 'or' | 'assertion' | 'quantifier' | 'reference';
  readonly text: string;
  /** Of `char`: the character itself. */
  readonly char?: string;
  /** Of `quantifier`. */
  readonly least?: number;
}

type Shape = readonly [RegExp, (match: RegExpExecArray) => Omit<PatternToken, 'text'>];

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f', 0: '\0' };
const codePoint = (hex: string) =>
  ({ kind: 'char', char: String.fromCodePoint(Number.parseInt(hex, 16)) }) as const;

/** In order; the first that fits is taken. What none fits (inline flags, octal escapes, sets of the flag `v`) is not understood. */
const shapes: readonly Shape[] = [
  [/\((?:\?:|\?<?[=!]|\?<[\p{ID_Start}$_][\p{ID_Continue}$]*>|(?!\?))/uy, () => ({ kind: 'open' })],
  [/\)/y, () => ({ kind: 'close' })],
  [/\|/y, () => ({ kind: 'or' })],
  [/[*?]\??/y, () => ({ kind: 'quantifier', least: 0 })],
  [/\+\??/y, () => ({ kind: 'quantifier', least: 1 })],
  [/\{(\d+)(?:,\d*)?\}\??/y, ([, least]) => ({ kind: 'quantifier', least: Number(least) })],
  [/[\^$]|\\[bB]/y, () => ({ kind: 'assertion' })],
  [/\\[1-9]\d*|\\k<[^>]*>/y, () => ({ kind: 'reference' })],
  [/\[(?:[^\]\\]|\\.)*\]|\.|\\[dDwWsS]|\\[pP]\{[^}]*\}/suy, () => ({ kind: 'atom' })],
  [/\\c[A-Za-z]|\\0\d/y, () => ({ kind: 'atom' })],
  [
    /\\u\{([\da-fA-F]{1,6})\}|\\u([\da-fA-F]{4})|\\x([\da-fA-F]{2})/y,
    (hex) => codePoint(hex[1] ?? hex[2] ?? hex[3]),
  ],
  [/\\([nrtvf0])/y, ([, name]) => ({ kind: 'char', char: controls[name] })],
  [/\\([^\p{L}\p{N}])/uy, ([, char]) => ({ kind: 'char', char })],
  [/[^\\()[\]{}*+?|]/suy, ([char]) => ({ kind: 'char', char })],
];

/** The parts of a regex that JavaScript takes with the flag `u`; undefined where there is something else in it. */
export function tokensOfPattern(source: string): PatternToken[] | undefined {
  const tokens: PatternToken[] = [];
  for (let at = 0; at < source.length; ) {
    const token = tokenAt(source, at);
    if (token === undefined) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(source: string, at: number): PatternToken | undefined {
  for (const [shape, read] of shapes) {
    shape.lastIndex = at;
    const match = shape.exec(source);
    if (match) return { text: match[0], ...read(match) };
  }
  return undefined;
}

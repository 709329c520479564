import type { ParameterType } from '../model/analysis';

/** A variable within a message; offsets are bytes. */
export interface Variable {
  readonly type: ParameterType;
  readonly start: number;
  readonly end: number;
}

/** A piece of a message as Drain compares it. */
export interface Token {
  /** Constant text with `<type>` in place of each variable. */
  readonly text: string;
  /** No white space stands before it. */
  readonly glued: boolean;
  /** Bytes in the message. */
  readonly start: number;
  readonly end: number;
  readonly variables: readonly Variable[];
}

const types = [
  'number',
  'hex',
  'ip',
  'uuid',
  'path',
  'url',
  'email',
  'time',
  'duration',
  'size',
  'quoted',
  'word',
] as const satisfies readonly ParameterType[];
const placeholder = new RegExp(`<(${types.join('|')})>`, 'g');
const onePlaceholder = new RegExp(placeholder.source);

const typeNames: ReadonlySet<string> = new Set(types);
const longestType = Math.max(...types.map(({ length }) => length));

export function isParameterType(name: string): name is ParameterType {
  return typeNames.has(name);
}

export function holdsVariable(text: string): boolean {
  return text.includes('<') && onePlaceholder.test(text);
}

/** The constant text of a token. */
export function withoutVariables(text: string): string {
  return text.replace(placeholder, '');
}

/** Types of the placeholders in a token, in order. */
export function placeholderTypes(text: string): ParameterType[] {
  const found: ParameterType[] = [];
  let open = text.indexOf('<');
  for (let close = open; open >= 0; open = text.indexOf('<', open + 1)) {
    if (close <= open) close = text.indexOf('>', open);
    if (close < 0) break;
    if (close - open > longestType + 1) continue;
    const name = text.slice(open + 1, close);
    if (isParameterType(name)) found.push(name);
  }
  return found;
}

/** The one text of a list of tokens, as people read it. */
export function joinTokens(texts: readonly string[], glue: string): string {
  let joined = '';
  for (let i = 0; i < texts.length; i++) joined += i === 0 || glue[i] === '1' ? texts[i] : ` ${texts[i]}`;
  return joined;
}

/**
 * One char a token, `1` where it is glued to the one before, and the salt behind them: messages are compared
 * only under equal glue.
 */
export function glueOf(tokens: readonly Token[], salt: number): string {
  let glue = '';
  for (const token of tokens) glue += token.glued ? '1' : '0';
  return saltedGlue(glue, salt);
}

export function saltedGlue(glue: string, salt: number): string {
  return salt === 0 ? glue : `${glue}/${salt}`;
}

export function saltOfGlue(glue: string): number {
  const bar = glue.indexOf('/');
  return bar < 0 ? 0 : Number(glue.slice(bar + 1));
}

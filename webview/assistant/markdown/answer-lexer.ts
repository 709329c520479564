import { Lexer, type Token, Tokenizer, type Tokens, type TokensList } from 'marked';
import { firstWrappedMark } from './wrapped-marks';

/** Quotes and lists in each other no deeper than this; what is deeper is text. The lexer calls itself at each depth. */
const deepest = 12;
/**
 * In one paragraph, cell or item, and in one quote. The lexer's time grows with the square of each: at these sizes the worst inputs
 * known take some milliseconds, and what exceeds them is shown as text.
 */
const longestInline = 4000;
const mostDelimiters = 200;
const mostQuotedLines = 300;

const delimiters = /[*_~]/g;
const quoteStart = /^ {0,3}>/;

/**
 * Markdown's tokens, as GitHub's dialect has them, without what would hide a part of an answer or pretend: HTML and definitions of
 * links are text as they were written, and a definition cannot make a link of a citation.
 */
class AnswerTokenizer extends Tokenizer {
  /** The lexer fails on some quotes that end in a list (marked 18.2.1: `- a`, then `  > 2) b`, then `===`); they are text. */
  override blockquote(src: string): Tokens.Blockquote | undefined {
    if (!quoteStart.test(src) || hasLines(src, mostQuotedLines)) return undefined;
    const { state } = this.lexer;
    const former = { ...state };
    try {
      return super.blockquote(src);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      Object.assign(state, former);
      return undefined;
    }
  }

  override html(): undefined {
    return undefined;
  }

  override tag(): undefined {
    return undefined;
  }

  override def(): undefined {
    return undefined;
  }

  /** An address ends where a mark begins. */
  override url(src: string): Tokens.Link | undefined {
    const end = firstWrappedMark(src);
    return super.url(end < 0 ? src : src.slice(0, end));
  }

  /** References to characters stay as they are here: one may name a mark. Whoever shows the text reads them. */
  override inlineText(src: string): Tokens.Text | undefined {
    const token = super.inlineText(src);
    return token && { ...token, text: token.raw };
  }
}

class AnswerLexer extends Lexer {
  private depth = 0;

  override blockTokens(src: string, tokens?: Token[], isClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, isClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], isClipped = false): Token[] {
    if (this.depth === deepest) {
      tokens.push({ type: 'text', raw: src, text: src });
      return tokens;
    }
    this.depth++;
    try {
      return super.blockTokens(src, tokens, isClipped);
    } finally {
      this.depth--;
    }
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (src.length <= longestInline && (src.match(delimiters)?.length ?? 0) <= mostDelimiters)
      return super.inlineTokens(src, tokens);
    tokens.push({ type: 'text', raw: src, text: src });
    return tokens;
  }
}

/** True where so many lines come before the first empty one. */
function hasLines(src: string, count: number): boolean {
  let end = -1;
  for (let line = 0; line < count; line++) {
    const next = src.indexOf('\n', end + 1);
    if (next < 0 || next === end + 1) return false;
    end = next;
  }
  return true;
}

/** The blocks of `source`, whose lines end with a line feed alone. */
export function blockTokens(source: string): Token[] {
  return new AnswerLexer({ gfm: true, tokenizer: new AnswerTokenizer() }).lex(source);
}

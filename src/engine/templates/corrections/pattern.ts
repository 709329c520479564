import type { Shape } from '../signature-list';
import { holdsVariable, withoutVariables } from '../tokens';
import { holdsLetter, wordKind } from '../word-kinds';
import type { TemplatePattern } from './correction';

export function patternOf({ texts, glue }: Shape): TemplatePattern {
  return texts.map((text, i) => (i === 0 || glue[i] === '1' ? text : ` ${text}`));
}

export function shapeOf(pattern: TemplatePattern): Shape {
  const texts = pattern.map((token) => (token.startsWith(' ') ? token.slice(1) : token));
  const glue = pattern.map((token, i) => (i === 0 || token.startsWith(' ') ? '0' : '1')).join('');
  return { texts, glue };
}

/** Glue without the salt behind it: a pattern does not tell the salt. */
export function plainGlue(glue: string): string {
  const salt = glue.indexOf('/');
  return salt < 0 ? glue : glue.slice(0, salt);
}

/**
 * Whether one of two lists of tokens may have become the other as more of a log was read: at each position they
 * are equal or a variable of one holds what the other has. Where each is the wider one somewhere, more words must be
 * shared than positions cross. `ignored` is a position at which anything may stand.
 */
export function fits(pattern: readonly string[], texts: readonly string[], ignored = -1): boolean {
  let shared = 0;
  let wider = 0;
  let narrower = 0;
  for (let i = 0; i < texts.length; i++) {
    if (i === ignored) continue;
    if (pattern[i] === texts[i]) shared += !holdsVariable(texts[i]) && holdsLetter(texts[i]) ? 1 : 0;
    else if (holdsToken(pattern[i], texts[i])) wider++;
    else if (holdsToken(texts[i], pattern[i])) narrower++;
    else return false;
  }
  return shared > Math.min(wider, narrower);
}

/** A placeholder with nothing but punctuation around it holds all but words that say what happened. */
function holdsToken(wide: string, narrow: string): boolean {
  return holdsVariable(wide) && !holdsLetter(withoutVariables(wide)) && wordKind(narrow) !== 'decisive';
}

const around = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** The token without the punctuation around it. */
export function coreOfToken(text: string): string {
  return around.exec(text)?.[2] ?? text;
}

/** The token as a variable, the punctuation around it kept; one that holds a variable stays as it is. */
export function asVariable(text: string): string {
  if (holdsVariable(text)) return text;
  const [, before, , after] = around.exec(text) ?? ['', '', '', ''];
  const quoted = /["'`]$/.test(before) && /^["'`]/.test(after);
  return `${before}<${quoted ? 'quoted' : 'word'}>${after}`;
}

import type { MarkedToken, Token } from 'marked';
import { withoutMarks } from '../../../src/protocol/answer-marks';
import { element, icon } from '../../shared/element';
import { visibleText } from '../../shared/visible-text';
import { withoutReferences } from './character-references';
import type { TextWriter } from './text-writer';
import { unwrappedMarks } from './wrapped-marks';

/** Links of other kinds than these are text: nothing in an answer runs a command or opens a file. */
const openable = /^https?:\/\//i;

/** Writes the tokens within a block into `parent`. */
export function writeInline(parent: HTMLElement, tokens: readonly Token[], writer: TextWriter): void {
  for (const token of tokens as readonly MarkedToken[]) {
    const made = elementOf(token, writer);
    if (made) parent.append(made);
    else if ('tokens' in token && token.tokens) writeInline(parent, token.tokens, writer);
    else writer.write(parent, textOf(token));
  }
}

/** Undefined where a token has no element of its own. */
function elementOf(token: MarkedToken, writer: TextWriter): HTMLElement | undefined {
  switch (token.type) {
    case 'strong':
    case 'em':
      return written(element(token.type), token.tokens, writer);
    // What a model struck out itself does not look like what was struck out of it.
    case 'del':
      return written(element('s'), token.tokens, writer);
    case 'codespan':
      return code(token.text, writer);
    case 'link':
      return link(token.href, token.tokens, writer);
    case 'image':
      return image(token.text, writer);
    case 'br':
      return element('br');
    default:
      return undefined;
  }
}

function textOf(token: MarkedToken): string {
  if (token.type === 'escape') return token.text;
  return token.type === 'text' ? withoutReferences(token.text) : token.raw;
}

function written(made: HTMLElement, tokens: readonly Token[], writer: TextWriter): HTMLElement {
  writeInline(made, tokens, writer);
  return made;
}

function code(text: string, writer: TextWriter): HTMLElement {
  const made = element('code');
  writer.write(made, text);
  return made;
}

/** It opens nothing by itself: the host shows the whole address and asks. */
function link(href: string, tokens: readonly Token[], writer: TextWriter): HTMLElement | undefined {
  const address = withoutMarks(unwrappedMarks(href));
  if (!openable.test(address) || !URL.canParse(address)) return undefined;
  const made = element('button', {
    type: 'button',
    role: 'link',
    class: 'link',
    'data-address': address,
    title: visibleText(address),
  });
  writer.writeInLink(() => writeInline(made, tokens, writer));
  return made;
}

/** Never loaded: an image's address would tell its server that the answer is read, and what was put into it. */
function image(text: string, writer: TextWriter): HTMLElement {
  const made = element('span', { class: 'image' }, icon('file-media'));
  writer.writeInLink(() => writer.write(made, withoutReferences(text)));
  return made;
}

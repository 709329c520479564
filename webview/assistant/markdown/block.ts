import type { MarkedToken, Token, Tokens } from 'marked';
import { withoutMarks } from '../../../src/protocol/answer-marks';
import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { writeInline } from './inline';
import type { TextWriter } from './text-writer';
import { unwrappedMarks } from './wrapped-marks';

const longestLanguage = 30;

/** The element of a block with all in it; undefined where there is nothing to see. */
export function blockElement(block: Token, writer: TextWriter): HTMLElement | undefined {
  const token = block as MarkedToken;
  switch (token.type) {
    case 'space':
      return undefined;
    case 'heading':
      return inline(element('h3', { 'data-depth': String(token.depth) }), token.tokens, writer);
    case 'paragraph':
      return inline(element('p'), token.tokens, writer);
    case 'blockquote':
      return blocks(element('blockquote'), token.tokens, writer);
    case 'list':
      return list(token, writer);
    case 'table':
      return table(token, writer);
    case 'code':
      return codeBlock(token, writer);
    case 'hr':
      return element('hr');
    case 'text':
      return token.tokens ? inline(element('p'), token.tokens, writer) : plain(token.text, writer);
    default:
      return plain(token.raw, writer);
  }
}

function inline(made: HTMLElement, tokens: readonly Token[], writer: TextWriter): HTMLElement {
  writeInline(made, tokens, writer);
  return made;
}

function blocks(parent: HTMLElement, tokens: readonly Token[], writer: TextWriter): HTMLElement {
  for (const token of tokens) {
    const made = blockElement(token, writer);
    if (made) parent.append(made);
  }
  return parent;
}

/** What was not read as Markdown: too deep, or too long. */
function plain(text: string, writer: TextWriter): HTMLElement {
  const made = element('p', { class: 'plain' });
  writer.write(made, text);
  return made;
}

function list({ ordered, start, items }: Tokens.List, writer: TextWriter): HTMLElement {
  const made = ordered ? element('ol', { start: String(start) }) : element('ul');
  for (const { task, tokens } of items) {
    const item = element('li', task ? { class: 'task' } : {});
    made.append(item);
    listItem(item, tokens, writer);
  }
  return made;
}

/** The text of a tight item is not a paragraph. */
function listItem(item: HTMLElement, tokens: readonly Token[], writer: TextWriter): void {
  for (const token of tokens as readonly MarkedToken[]) {
    if (token.type === 'checkbox') item.append(taskMark(token.checked));
    else if (token.type === 'text') writeInline(item, token.tokens ?? [token], writer);
    else blocks(item, [token], writer);
  }
}

function taskMark(isDone: boolean): HTMLElement {
  const mark = icon(isDone ? 'pass' : 'circle-large');
  const said = element('span', { class: 'unseen' }, isDone ? tell('done:') : tell('to do:'), ' ');
  return element('span', { class: 'task-mark' }, mark, said);
}

/** Wide ones scroll by themselves; the keyboard does it where it has the focus. */
function table({ header, rows }: Tokens.Table, writer: TextWriter): HTMLElement {
  const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td') =>
    element('tr', {}, ...cells.map((one) => cell(one, tag, writer)));
  return element(
    'div',
    { class: 'table', role: 'region', tabindex: '0', 'aria-label': tell('Table') },
    element(
      'table',
      {},
      element('thead', {}, row(header, 'th')),
      element('tbody', {}, ...rows.map((cells) => row(cells, 'td'))),
    ),
  );
}

function cell({ align, tokens }: Tokens.TableCell, tag: 'th' | 'td', writer: TextWriter): HTMLElement {
  return inline(element(tag, align === null ? {} : { class: `to-${align}` }), tokens, writer);
}

/** Its lines wrap: nothing of it is out of sight. */
function codeBlock({ text, lang }: Tokens.Code, writer: TextWriter): HTMLElement {
  const code = element('code');
  writer.write(code, text.replace(/\n$/, ''));
  const language = visibleText(withoutMarks(unwrappedMarks(lang ?? '')).split(/\s/, 1)[0]);
  const title = tell('Copy Code');
  const copy = element('button', {
    type: 'button',
    class: 'icon-button',
    'data-copies': 'code',
    title,
    'aria-label': title,
  });
  copy.append(icon('copy'));
  return element(
    'div',
    { class: 'code' },
    element('div', { class: 'code-head' }, element('bdi', {}, language.slice(0, longestLanguage)), copy),
    element('pre', {}, code),
  );
}

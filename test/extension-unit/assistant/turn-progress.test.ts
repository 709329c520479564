import { describe, expect, test, vi } from 'vitest';

vi.mock('vscode', () => import('../vscode-stand-in'));

import { newTurn } from '../../../src/extension/assistant/new-turn';
import { afterEvent, ended, type TurnWords } from '../../../src/extension/assistant/turn-progress';
import type { StoredTurn } from '../../../src/node/assistant/conversation';
import type { InvestigationEvent } from '../../../src/node/assistant/investigation';
import { sentenceText } from '../../../src/protocol/sentence';

const words: TurnWords = {
  tell: sentenceText,
  usage: (promptTokens, answerTokens, isEstimate) =>
    `${isEstimate ? '~' : ''}${promptTokens}+${answerTokens}`,
};

function after(...events: InvestigationEvent[]): StoredTurn {
  const begun = newTurn('1', 'What broke?', { kind: 'local', text: 'local' });
  return events.reduce((turn, event) => afterEvent(turn, event, words), begun);
}

const text = (said: string): InvestigationEvent => ({ kind: 'text', text: said });
const step = (state: 'running' | 'done' | 'failed', tool = 'search_log'): InvestigationEvent => ({
  kind: 'step',
  id: 'a',
  tool,
  arguments: { text: 'timeout' },
  state,
  answer: state === 'done' ? { text: 'L7: timeout', tokens: 3, lines: [], isError: false } : null,
});
const checked = (shown: string, upTo: number): InvestigationEvent => ({
  kind: 'checked',
  text: shown,
  citations: [],
  struck: 1,
  upTo,
});

describe('a turn as its investigation goes on', () => {
  test.for<[string, InvestigationEvent[], Partial<StoredTurn>]>([
    ['waits while it is asked', [{ kind: 'asking', promptTokens: 9 }], { status: 'waiting', said: '' }],
    [
      'is answered piece by piece, unchecked at first',
      [text('It '), text('broke.')],
      {
        status: 'answering',
        said: 'It broke.',
        answer: { checked: '', rest: 'It broke.', citations: [], struck: 0 },
      },
    ],
    [
      'keeps what came after what was checked',
      [text('One. Two.'), checked('ONE.', 4)],
      { answer: { checked: 'ONE.', rest: ' Two.', citations: [], struck: 1 } },
    ],
    [
      'goes on behind what was checked',
      [text('One.'), checked('ONE.', 4), text(' Two.')],
      { said: 'One. Two.', answer: { checked: 'ONE.', rest: ' Two.', citations: [], struck: 1 } },
    ],
    [
      'shows a step once, as it stands',
      [step('running'), step('done')],
      {
        status: 'investigating',
        steps: [{ id: 'a', state: 'done', title: 'Searched for “timeout”', detail: 'L7: timeout' }],
      },
    ],
    [
      'names a tool that is not there as such',
      [step('failed', 'run_shell')],
      {
        steps: [
          { id: 'a', state: 'failed', title: 'Asked for a tool that is not there: run_shell', detail: '' },
        ],
      },
    ],
    [
      'takes what was said on the way out of the answer, into the steps',
      [text('Let me look.'), { kind: 'aside', text: 'Let me look.', keeps: 0 }],
      {
        said: '',
        answer: { checked: '', rest: '', citations: [], struck: 0 },
        steps: [{ id: 'aside 0', state: 'done', title: 'Let me look.', detail: 'Let me look.' }],
      },
    ],
    [
      'says what was left out',
      [{ kind: 'notice', severity: 'warning', sentence: { pattern: 'Less than {0}.', values: [3] } }],
      { notices: [{ kind: 'warning', text: 'Less than 3.', action: null }] },
    ],
    [
      'tells what it used',
      [{ kind: 'usage', promptTokens: 3, answerTokens: 2, isEstimate: true }],
      { usage: '~3+2' },
    ],
    ['is done', [text('A'), { kind: 'end', reason: 'done', seconds: 1 }], { status: 'done' }],
    [
      'was cut, and can be gone on with',
      [text('A'), { kind: 'end', reason: 'cut', seconds: 1 }],
      { status: 'cut', said: 'A' },
    ],
  ])('%s', ([, events, expected]) => {
    expect(after(...events)).toMatchObject(expected);
  });

  test('what still ran when it was stopped has failed', () => {
    expect(ended(after(step('running')), 'stopped')).toMatchObject({
      status: 'stopped',
      steps: [{ state: 'failed' }],
    });
  });
});

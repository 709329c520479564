import { citationMark, strikeEnd, strikeStart } from '../../../src/engine/citations/marks';
import type { LineNumber } from '../../../src/engine/model/units';
import type { StoredConversation, StoredTurn } from '../../../src/node/assistant/conversation';
import type { AnswerCitation } from '../../../src/protocol/answer';

export function citation(line: number, isTrue: boolean, note: string): AnswerCitation {
  const at = line as LineNumber;
  return { label: `L${line}`, document: '', firstLine: at, lastLine: at, isTrue, note };
}

const answer = {
  checked: `The pool shrank ${citationMark(0)}.\n\n${strikeStart}The disk was full ${citationMark(1)}.${strikeEnd}`,
  rest: '',
  citations: [citation(41, true, 'size set from `40` to 2'), citation(5, false, 'The line does not say so.')],
  struck: 1,
};

export const storedTurn: StoredTurn = {
  id: 'turn-1',
  question: 'Why do payments fail?',
  context: [{ id: 'evidence', kind: 'evidence', title: 'Evidence', detail: '12 lines', tokens: 310 }],
  status: 'done',
  steps: [{ id: '1', state: 'done', title: 'Read lines from 40', detail: '41: size set' }],
  answer,
  report: {
    summary: 'The pool shrank.',
    needsActionNow: true,
    findings: [
      {
        severity: 'high',
        type: 'outage',
        detail: 'Refused.',
        evidence: [{ citation: answer.citations[0], quote: 'size' }],
      },
    ],
    causes: [
      { cause: 'A reload.', confidence: 0.9, evidence: [{ citation: answer.citations[0], quote: '' }] },
    ],
    nextChecks: ['Who reloaded it?'],
    struck: 2,
  },
  badge: { kind: 'sent', text: 'sent to api.example.com' },
  usage: '900 + 40 tokens',
  notices: [{ kind: 'warning', text: 'It was made smaller.', action: { id: 'retry', title: 'Ask Again' } }],
  said: 'The pool shrank [L41].\n\nThe disk was full [L5].',
  hidden: [{ kind: 'USER', value: 'ottoline' }],
};

export const storedConversation: StoredConversation = {
  id: 'conversation-1',
  title: 'Why do payments fail?',
  logName: 'shop.log',
  changed: '2026-05-03T09:30:00.000Z',
  turns: [storedTurn],
};

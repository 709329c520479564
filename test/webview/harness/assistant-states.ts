import type { AnswerCitation, RootCauseReport } from '../../../src/protocol/answer';
import { citationMark, strikeEnd, strikeStart } from '../../../src/protocol/answer-marks';
import type { AssistantState, ModelState, Turn } from '../../../src/protocol/assistant';

export const doorsState: ModelState = {
  kind: 'none',
  doors: [
    {
      kind: 'local',
      title: 'A Local Server',
      detail: 'Ollama, LM Studio, llama.cpp or vLLM on this machine. Nothing leaves it.',
    },
    { kind: 'vscode', title: 'VS Code’s Own Models', detail: 'GitHub Copilot and others. No key is needed.' },
    {
      kind: 'endpoint',
      title: 'Any Endpoint with a Key',
      detail: 'OpenAI, DeepSeek, Qwen, Anthropic or your own.',
    },
  ],
};

const chosenState: ModelState = {
  kind: 'chosen',
  name: 'example-large',
  badge: { kind: 'sent', text: 'sent to api.example.com' },
  localhost: null,
  privacy: {
    redacts: true,
    decidedBy: 'setting',
    text: 'Redacted',
    detail: 'Secrets are hidden from whoever answers.',
  },
};

const evidenceChip = {
  id: 'evidence',
  kind: 'evidence',
  title: 'Evidence',
  detail: 'evidence pack, 96 lines, 2,900 tokens',
  tokens: 2900,
} as const;

const incidentChip = {
  id: 'incident:1',
  kind: 'incident',
  title: 'Incident of 02:14',
  detail: 'incident, 31 lines, 910 tokens',
  tokens: 910,
} as const;

/** A log's page with a model and nothing asked, but for what is given. */
export function assistantState(given: Partial<AssistantState> = {}): AssistantState {
  return {
    uri: 'file:///logs/ferry-booking.log',
    name: 'ferry-booking.log',
    texts: {},
    model: chosenState,
    conversations: [
      { id: 'c1', title: 'Why did bookings stop at 02:14?', when: 'today, 14:03' },
      { id: 'c2', title: 'Who logged in from the harbour office?', when: 'yesterday, 09:40' },
    ],
    conversation: 'c1',
    turns: [],
    chips: [evidenceChip],
    addable: [incidentChip],
    suggestions: [
      { question: 'Why did bookings stop at 02:14?' },
      { question: 'What is different between 02:10 and 02:20?' },
      { question: 'Is the rise of “seat lock timed out” a cause or a consequence?' },
    ],
    commands: [
      { name: 'summary', help: 'What is in this log', needsModel: false },
      { name: 'rootcause', help: 'What broke first, with evidence', needsModel: true },
      { name: 'timeline', help: 'What happened when', needsModel: false },
      { name: 'security', help: 'Logins, probes, secrets', needsModel: false },
      { name: 'compare', help: 'What is different from the compared log', needsModel: true },
      { name: 'next', help: 'What to look at next', needsModel: false },
    ],
    problem: null,
    draft: '',
    ...given,
  };
}

function citation(line: number, given: Partial<AnswerCitation> = {}): AnswerCitation {
  return {
    label: `L${line}`,
    document: '',
    firstLine: line as AnswerCitation['firstLine'],
    lastLine: line as AnswerCitation['lastLine'],
    isTrue: true,
    note: '02:14:07 ERROR berth-db: pool exhausted, 40 of 40 in use, 112 waiting',
    ...given,
  };
}

const falseOne = citation(98_120, { isTrue: false, note: 'This log ends at line 41,206.' });

const citations: readonly AnswerCitation[] = [
  citation(18_212),
  citation(18_240, {
    label: 'L18240–18252',
    note: '02:14:09 WARN seats: lock on sailing F-204 not released for 30 s',
  }),
  citation(18_004, { note: '02:13:41 INFO berth-db: failover to replica 2 began' }),
  falseOne,
  citation(7, { label: 'B:L7', document: 'B', note: 'pool size 80' }),
];

const cite = citationMark;

const longAnswer = `## What happened

Bookings stopped because the **berth database ran out of connections** ${cite(0)} after a failover to a replica with half the pool ${cite(2)}. Seats were then locked and never released ${cite(1)}.

### In order

1. \`failover to replica 2 began\` at 02:13:41 ${cite(2)}
2. The pool was used up within *26 seconds* ${cite(0)}
3. Sailing locks piled up ${cite(1)}:
   - F-204 first
   - then all of the morning’s

| Time | What | Lines |
| :--- | :--- | ---: |
| 02:13:41 | failover begins | 1 |
| 02:14:07 | pool exhausted | 112 |
| 02:14:39 | bookings refused | 2,318 |

${strikeStart}The harbour firewall dropped the replica’s traffic ${cite(3)}.${strikeEnd} Yesterday’s log shows a pool of 80 ${cite(4)}.

> The replica was built on the 3rd and never took writes before.

\`\`\`ini
[berth-db]
pool.size = 40   ; the primary has 80
\`\`\`

- [x] Failover is over
- [ ] Raise \`pool.size\` on replica 2

See [the runbook](https://wiki.example.com/berth-db?page=failover#pool), or ask for /timeline. ${strikeStart}Nobody was charged twice.${strikeEnd}`;

/** A finished turn, but for what is given. */
export function turn(given: Partial<Turn> = {}): Turn {
  return {
    id: 't1',
    question: 'Why did bookings stop at 02:14?',
    context: [evidenceChip],
    status: 'done',
    steps: [
      { id: 's1', state: 'done', title: 'Read the overview', detail: '41,206 lines, 3 incidents' },
      {
        id: 's2',
        state: 'done',
        title: 'Searched for “pool exhausted”: 112 lines',
        detail:
          'L18212 02:14:07 ERROR berth-db: pool exhausted, 40 of 40 in use\nL18219 02:14:07 ERROR berth-db: pool exhausted, 40 of 40 in use',
      },
      { id: 's3', state: 'failed', title: 'Asked Prometheus: no such metric', detail: '' },
    ],
    answer: { checked: longAnswer, rest: '', citations, struck: 2 },
    report: null,
    badge: { kind: 'sent', text: 'sent to api.example.com' },
    usage: '3,412 tokens in, 611 out, 0.004 USD',
    notices: [],
    ...given,
  };
}

export const noAnswer = { checked: '', rest: '', citations: [], struck: 0 } as const;

export const report: RootCauseReport = {
  summary: 'A failover to a replica with half the connections starved bookings for 19 minutes.',
  needsActionNow: true,
  causes: [
    {
      cause: 'Replica 2 allows 40 connections where the primary allows 80',
      confidence: 0.82,
      evidence: [
        { citation: citations[0], quote: 'pool exhausted, 40 of 40 in use, 112 waiting' },
        { citation: citations[2], quote: 'failover to replica 2 began' },
      ],
    },
    {
      cause: 'A long report held 11 connections',
      confidence: 0.23,
      evidence: [{ citation: citations[1], quote: '' }],
    },
  ],
  findings: [
    {
      severity: 'critical',
      type: 'Connections used up',
      detail: 'All 40 connections of the berth database were in use from 02:14:07.',
      evidence: [{ citation: citations[0], quote: 'pool exhausted, 40 of 40 in use' }],
    },
    {
      severity: 'medium',
      type: 'Locks left behind',
      detail: 'Locks on sailings outlived the requests that took them.',
      evidence: [{ citation: citations[1], quote: 'lock on sailing F-204 not released for 30 s' }],
    },
    { severity: 'low', type: 'Slow report', detail: 'The night report ran 14 minutes.', evidence: [] },
  ],
  nextChecks: ['Compare pool.size of the primary and replica 2', 'Look for locks older than an hour'],
  struck: 1,
};

/** Conversations as people meet them, by name. */
export const conversations: Readonly<Record<string, Partial<AssistantState>>> = {
  'without a model': { model: doorsState, conversations: [], conversation: 'c0' },
  'with a model': { conversations: [], conversation: 'c0' },
  'not analysed yet': {
    conversations: [],
    conversation: 'c0',
    problem: 'ferry-booking.log is not analysed yet. Analyse it first.',
  },
  waiting: { turns: [turn({ status: 'waiting', steps: [], answer: noAnswer, usage: '' })] },
  investigating: {
    turns: [
      turn({
        status: 'investigating',
        answer: noAnswer,
        usage: '',
        steps: [
          { id: 's1', state: 'done', title: 'Read the overview', detail: '41,206 lines' },
          { id: 's2', state: 'running', title: 'Searching for “pool exhausted”', detail: '' },
        ],
      }),
    ],
  },
  streaming: {
    turns: [
      turn({
        status: 'answering',
        usage: '',
        answer: {
          ...turn().answer,
          checked: longAnswer.slice(0, 300),
          rest: 'Locks on sailings [L18240] then',
        },
      }),
    ],
  },
  answered: { turns: [turn()] },
  'two turns': {
    turns: [
      turn(),
      turn({
        id: 't2',
        question: 'And what should we do tonight, before the first sailing?',
        context: [],
        steps: [],
        badge: { kind: 'local', text: 'local' },
        answer: { checked: `Raise \`pool.size\` to 80 ${cite(0)}.`, rest: '', citations, struck: 0 },
      }),
    ],
  },
  report: { turns: [turn({ question: '/rootcause', answer: noAnswer, report })] },
  rules: {
    turns: [
      turn({
        question: 'Summary',
        context: [],
        steps: [],
        badge: { kind: 'rules', text: 'rules' },
        usage: '',
        answer: {
          checked: `3 incidents; the first began at 02:14:07 ${cite(0)}.`,
          rest: '',
          citations,
          struck: 0,
        },
      }),
    ],
  },
  failed: {
    turns: [
      turn({
        status: 'failed',
        steps: [],
        answer: noAnswer,
        usage: '',
        notices: [
          {
            kind: 'error',
            text: 'api.example.com refused the key (401). Enter another key.',
            action: { id: 'key', title: 'Enter Key…' },
          },
          {
            kind: 'information',
            text: 'The evidence was cut from 96 to 40 lines: the model reads at most 4,096 tokens.',
            action: null,
          },
        ],
      }),
    ],
  },
  cut: {
    turns: [
      turn({
        status: 'cut',
        answer: {
          checked: 'Bookings stopped because the **berth database',
          rest: '',
          citations: [],
          struck: 0,
        },
        notices: [
          {
            kind: 'warning',
            text: 'The answer broke off: api.example.com closed the connection.',
            action: { id: 'resume', title: 'Resume' },
          },
        ],
      }),
    ],
  },
  stopped: {
    turns: [
      turn({
        status: 'stopped',
        answer: { checked: `The pool was used up ${cite(0)}`, rest: '', citations, struck: 0 },
      }),
    ],
  },
};

import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('vscode', () => import('../vscode-stand-in'));

import type { LineNumber } from '../../../src/engine/model/units';
import { Conversations } from '../../../src/extension/assistant/conversations';
import type { Asking, Inquiries } from '../../../src/extension/assistant/inquiries';
import { LogAssistant } from '../../../src/extension/assistant/log-assistant';
import { newTurn } from '../../../src/extension/assistant/new-turn';
import type { StoredConversation } from '../../../src/node/assistant/conversation';
import type { ConversationStore } from '../../../src/node/assistant/conversation-store';
import type { InvestigationEvent } from '../../../src/node/assistant/investigation';
import { ModelError } from '../../../src/node/llm/chat-model';
import { sentenceText } from '../../../src/protocol/sentence';

/** As the files of a folder. */
class MemoryStore implements Pick<ConversationStore, 'list' | 'read' | 'write' | 'delete'> {
  readonly kept = new Map<string, StoredConversation>();

  async list() {
    const conversations = [...this.kept.values()].map(({ id, title, changed, turns }) => ({
      id,
      title,
      changed,
      turns: turns.length,
    }));
    return { conversations: conversations.toReversed(), problems: [] };
  }

  async read(id: string) {
    return { conversation: this.kept.get(id) ?? null, problems: [] };
  }

  async write(conversation: StoredConversation) {
    this.kept.delete(conversation.id);
    this.kept.set(conversation.id, conversation);
  }

  async delete(id: string) {
    this.kept.delete(id);
  }
}

type Script = (signal: AbortSignal) => AsyncIterable<InvestigationEvent>;

let store: MemoryStore;
let assistant: LogAssistant;
let script: Script;
let asked: { question: string; resume: string | undefined; earlier: number }[];
let hasModel: boolean;
let hides: boolean;

async function* answering(text: string): AsyncGenerator<InvestigationEvent> {
  yield { kind: 'text', text };
  yield { kind: 'end', reason: 'done', seconds: 1 };
}

/** Says something, and goes on only when it is stopped. */
async function* halfWay(signal: AbortSignal): AsyncGenerator<InvestigationEvent> {
  yield { kind: 'text', text: 'Half' };
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  signal.throwIfAborted();
}

const badge = { kind: 'local', text: 'local' } as const;
let result: object | undefined;
/** What line 2 says. */
let second: string;
const inquiries: Pick<
  Inquiries,
  | 'badge'
  | 'asking'
  | 'prepare'
  | 'isPrepared'
  | 'hiddenIn'
  | 'forgetSecrets'
  | 'dispose'
  | 'result'
  | 'recordsOf'
> = {
  badge,
  hiddenIn: async () => [{ kind: 'USER', value: 'ottoline' }],
  asking: async (question, { cut, earlier }): Promise<Asking> => {
    asked.push({ question, resume: cut?.said, earlier: earlier.length });
    return { badge, context: [], hides, events: (signal) => script(signal) };
  },
  prepare: async () => undefined,
  isPrepared: () => true,
  forgetSecrets: () => undefined,
  dispose: () => undefined,
  get result() {
    return result;
  },
  recordsOf: () => async (lines) =>
    lines.map((line) => ({
      ...{ firstLine: line, lastLine: line, templateWords: [], parameters: [] },
      text: line === 2 ? second : '',
    })),
};

const turns = () =>
  assistant.conversations.turns.map(({ question, said, status }) => [question, said, status]);
/** Resolves when the turn that runs has said something. */
const said = () => expect.poll(() => assistant.conversations.turns.at(-1)?.said).not.toBe('');

beforeEach(async () => {
  store = new MemoryStore();
  asked = [];
  hasModel = true;
  hides = true;
  result = {};
  second = 'pool exhausted';
  script = () => answering('It broke.');
  const { conversations } = await Conversations.open(store as unknown as ConversationStore, 'shop.log');
  assistant = new LogAssistant({
    conversations,
    inquiries: inquiries as Inquiries,
    words: { tell: sentenceText, usage: () => '' },
    keep: (kept) => kept.keep('2026-01-01T00:00:00Z'),
    byRules: async (id, question) =>
      question === '/summary' ? { ...newTurn(id, question, badge), status: 'done' } : undefined,
    hasModel: () => hasModel,
  });
});

describe('the assistant of a log', () => {
  test('answers a question, and keeps the conversation by its first one', async () => {
    await assistant.ask('  What broke?  ');
    await assistant.ask('Why?');
    expect(turns()).toEqual([
      ['What broke?', 'It broke.', 'done'],
      ['Why?', 'It broke.', 'done'],
    ]);
    expect(asked.map(({ earlier }) => earlier)).toEqual([0, 1]);
    const hidden = [{ kind: 'USER', value: 'ottoline' }];
    expect([...store.kept.values()]).toMatchObject([
      { title: 'What broke?', turns: [{ hidden }, { hidden }] },
    ]);
  });

  test('keeps of an answer of a model from which nothing was hidden that nobody knows what to hide', async () => {
    hides = false;
    await assistant.ask('What broke?');
    expect(assistant.conversations.turns.map(({ hidden }) => hidden)).toEqual([null]);
  });

  test('asks nothing while something is answered, nor an empty question', async () => {
    script = halfWay;
    const running = assistant.ask('What broke?');
    await said();
    await assistant.ask('Why?');
    await assistant.retry(assistant.conversations.turns[0].id);
    assistant.stop();
    await running;
    await assistant.ask('   ');
    expect(asked.map(({ question }) => question)).toEqual(['What broke?']);
  });

  test('keeps what was said when it is stopped', async () => {
    script = halfWay;
    const running = assistant.ask('What broke?');
    await said();
    assistant.stop();
    await running;
    expect(turns()).toEqual([['What broke?', 'Half', 'stopped']]);
    expect(assistant.isRunning).toBe(false);
  });

  test('goes on where a stream was cut, with what was said', async () => {
    script = async function* () {
      yield { kind: 'text', text: 'It bro' };
      yield { kind: 'end', reason: 'cut', seconds: 1 };
    };
    await assistant.ask('What broke?');
    script = () => answering('It broke.');
    await assistant.resume(assistant.conversations.turns[0].id);
    expect(turns()).toEqual([['What broke?', 'It broke.', 'done']]);
    expect(asked[1]).toEqual({ question: 'What broke?', resume: 'It bro', earlier: 0 });
  });

  test('an edited question takes back all that came after it', async () => {
    for (const question of ['One?', 'Two?', 'Three?']) await assistant.ask(question);
    await assistant.retry(assistant.conversations.turns[1].id, 'Two and a half?');
    expect(turns().map(([question]) => question)).toEqual(['One?', 'Two and a half?']);
  });

  test('says why a question was not answered, and what mends it', async () => {
    script = () => {
      throw new ModelError('unauthorised', { pattern: 'The key is wrong. Enter another.', values: [] });
    };
    await assistant.ask('What broke?');
    expect(assistant.conversations.turns[0]).toMatchObject({
      status: 'failed',
      notices: [{ kind: 'error', text: 'The key is wrong. Enter another.', action: { id: 'key' } }],
    });
  });

  test('another conversation ends the answer, which is kept where it belongs', async () => {
    script = halfWay;
    const running = assistant.ask('What broke?');
    await said();
    const first = assistant.conversations.id;
    await assistant.begin();
    await running;
    expect(turns()).toEqual([]);
    expect(store.kept.get(first)?.turns).toMatchObject([{ status: 'stopped', said: 'Half' }]);
    await assistant.open(first);
    expect(turns()).toEqual([['What broke?', 'Half', 'stopped']]);
  });

  test('a deleted conversation that is shown gives way to a new one', async () => {
    await assistant.ask('What broke?');
    await assistant.delete(assistant.conversations.id);
    expect([turns(), store.kept.size]).toEqual([[], 0]);
  });

  test('citations are held against the log as it is, whenever that has another result', async () => {
    const line = 2 as LineNumber;
    const citation = { label: 'L2', document: '', firstLine: line, lastLine: line, isTrue: true };
    script = async function* () {
      yield { kind: 'text', text: 'It broke.' };
      const citations = [{ ...citation, note: 'pool exhausted' }];
      yield { kind: 'checked', text: 'It broke.', citations, struck: 0, upTo: 9 };
      yield { kind: 'end', reason: 'done', seconds: 1 };
    };
    const holds = () => assistant.shown.turns[0].answer.citations[0].isTrue;
    await assistant.ask('What broke?');
    expect(holds()).toBe(true);
    second = 'rotated away';
    result = {};
    assistant.prepare();
    await expect.poll(holds).toBe(false);
    expect(assistant.conversations.turns[0].answer.citations[0].isTrue).toBe(true);
    const first = assistant.conversations.id;
    await assistant.begin();
    await assistant.open(first);
    expect(holds()).toBe(false);
  });

  test('with no model the rules answer what they can', async () => {
    hasModel = false;
    await assistant.ask('/summary');
    expect([turns(), asked]).toEqual([[['/summary', '', 'done']], []]);
  });

  test('tells each piece of text once, and nothing of it with the turn before', async () => {
    const told: unknown[] = [];
    assistant.onDidTell((one) => told.push(one.kind === 'text' ? one.text : one.turn.status));
    await assistant.ask('What broke?');
    expect(told).toEqual(['waiting', 'waiting', 'It broke.', 'done']);
  });
});

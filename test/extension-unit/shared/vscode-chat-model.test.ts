import { beforeEach, describe, expect, test } from 'vitest';
import type * as vscode from 'vscode';
import { chatModelOf, type LanguageModels } from '../../../src/extension/shared/vscode-chat-model';
import type { ChatPart, ChatRequest } from '../../../src/node/llm/chat-model';

/** A chat of VS Code's that answers by a script; it stands in for what only a product with models has. */
class FakeChat {
  readonly id = 'vendor/model-1';
  readonly name = 'Model One';
  maxInputTokens = 4096;
  sent: { messages: unknown; options: unknown } | undefined;
  isCancelled = false;
  script: () => AsyncIterable<unknown> = () => parts([]);

  async sendRequest(messages: unknown, options: unknown) {
    this.sent = { messages, options };
    return { stream: this.script() };
  }
}

async function* parts(list: readonly unknown[]): AsyncGenerator<unknown> {
  yield* list;
}

let chat: FakeChat;

const api = {
  host: 'VS Code',
  justification: () => 'because',
  user: (content: unknown) => ({ role: 'user', content }),
  assistant: (content: unknown) => ({ role: 'assistant', content }),
  text: (value: string) => ({ value }),
  toolCall: (callId: string, name: string, input: object) => ({ callId, name, input }),
  toolResult: (callId: string, text: string) => ({ callId, text }),
  cancellation: () => ({
    token: {},
    cancel: () => {
      chat.isCancelled = true;
    },
    dispose: () => undefined,
  }),
} as unknown as LanguageModels;

const request: ChatRequest = {
  messages: [{ role: 'user', content: 'What broke?' }],
  tools: [],
  temperature: 0.1,
  maxAnswerTokens: 100,
};

const model = () => chatModelOf(chat as unknown as vscode.LanguageModelChat, api);

async function answer(changes: Partial<ChatRequest> = {}, signal = new AbortController().signal) {
  const told: ChatPart[] = [];
  for await (const part of model().chat({ ...request, ...changes }, signal)) told.push(part);
  return told;
}

beforeEach(() => {
  chat = new FakeChat();
});

describe('a model of VS Code', () => {
  test('says who it is; nobody here can call it local', () => {
    expect(model()).toMatchObject({
      name: 'Model One',
      destination: { kind: 'remote', host: 'VS Code' },
      contextTokens: 4096,
    });
    chat.maxInputTokens = 0;
    expect(model().contextTokens).toBeNull();
  });

  test('answers in pieces, leaving out parts of kinds to come', async () => {
    chat.script = () => parts([{ value: 'It ' }, { data: new Uint8Array() }, null, { value: 'broke.' }]);
    expect(await answer()).toEqual([
      { kind: 'text', text: 'It ' },
      { kind: 'text', text: 'broke.' },
      { kind: 'end', reason: 'stop' },
    ]);
  });

  test('calls tools', async () => {
    chat.script = () => parts([{ callId: 'c1', name: 'get_lines', input: { first: 3 } }]);
    expect(await answer()).toEqual([
      { kind: 'toolCall', call: { id: 'c1', name: 'get_lines', arguments: '{"first":3}' } },
      { kind: 'end', reason: 'tools' },
    ]);
  });

  test('is told what was said and what tools answered, in VS Code’s own parts', async () => {
    await answer({
      messages: [
        { role: 'system', content: 'Be exact.' },
        {
          role: 'assistant',
          content: '',
          toolCalls: [{ id: 'c1', name: 'get_lines', arguments: 'no JSON' }],
        },
        { role: 'tool', callId: 'c1', content: 'L3: timeout' },
      ],
      tools: [{ name: 'get_lines', description: 'Lines', parameters: { type: 'object' } }],
    });
    expect(chat.sent?.messages).toEqual([
      { role: 'user', content: [{ value: 'Be exact.' }] },
      { role: 'assistant', content: [{ callId: 'c1', name: 'get_lines', input: {} }] },
      { role: 'user', content: [{ callId: 'c1', text: 'L3: timeout' }] },
    ]);
    expect(chat.sent?.options).toEqual({
      justification: 'because',
      modelOptions: { temperature: 0.1, max_tokens: 100 },
      tools: [{ name: 'get_lines', description: 'Lines', inputSchema: { type: 'object' } }],
    });
  });

  test.for<[unknown, string]>([
    ['NoPermissions', 'not-allowed'],
    ['NotFound', 'unknown-model'],
    ['Blocked', 'rate-limited'],
    ['Unknown', 'server'],
    [undefined, 'server'],
  ])('that fails with %s is told as %s', async ([code, expected]) => {
    chat.script = () => {
      throw Object.assign(new Error('no'), { code });
    };
    await expect(answer()).rejects.toMatchObject({ name: 'ModelError', code: expected });
  });

  test('is cancelled with the question', async () => {
    const abort = new AbortController();
    chat.script = async function* () {
      yield { value: 'Half' };
      abort.abort(new Error('stopped'));
      yield { value: ' of it' };
    };
    await expect(answer({}, abort.signal)).rejects.toThrow('stopped');
    expect(chat.isCancelled).toBe(true);
  });
});

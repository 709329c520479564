import { beforeAll, describe, expect, it } from 'vitest';
import { investigate } from '../../../src/node/assistant/investigate';
import type { AssistantLog, Inquiry, InvestigationEvent } from '../../../src/node/assistant/investigation';
import { answers, callsTools, repliesWith } from '../../model-server/behaviours';
import { temporaryFolder } from '../temporary-folder';
import { analysedLog } from './analysed-log';
import { askedModel, eventsOf, inquiry, notices, only, shownText } from './asked-model';
import { causeLine, refusedLine, shopLines } from './shop-lines';

const folder = temporaryFolder();
let log: AssistantLog;
beforeAll(async () => {
  log = await analysedLog(folder, 'shop.log', shopLines);
});

const first = `The pool shrank: \`size set from 40 to 2\` [L${causeLine}].\n\nPayments then fai`;
const second = `led: \`connection refused\` [L${refusedLine}].`;
const tooLong = repliesWith(400, {
  error: {
    message:
      "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.",
    code: 'context_length_exceeded',
  },
});
const tooLongUnnamed = repliesWith(400, {
  error: { message: 'prompt is too long', code: 'context_length_exceeded' },
});

describe('a stream that is cut', () => {
  it('is kept, checked as far as it came, and told to be cut', async () => {
    const { parts } = await askedModel(answers(first, { ends: 'cut', finish: null }), log);
    const events = await eventsOf(inquiry, parts);
    expect(shownText(events)).toBe(first);
    expect(only(events, 'checked').at(-1)).toMatchObject({ upTo: first.length, struck: 0 });
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'cut' });
    expect(notices(events).join()).toContain('broke off');
  });

  it.each([
    ['exactly behind it', second],
    ['with the last words again', `Payments then fai${second}`],
    ['with all of it again', `${first}${second}`],
  ])('is gone on with %s, and shown without doubled text', async (_, coming) => {
    const { server, parts } = await askedModel(answers(coming, { deltas: /[\s\S]{1,7}/g }), log);
    const events = await eventsOf({ ...inquiry, resume: first }, parts);
    expect(shownText(events)).toBe(`${first}${second}`);
    expect(only(events, 'checked').at(-1)).toMatchObject({
      struck: 0,
      citations: [{ isTrue: true }, { isTrue: true }],
    });
    expect(server.chats[0]?.json?.messages.slice(-2)).toMatchObject([
      { role: 'assistant', content: first },
      { role: 'user' },
    ]);
  });

  it('keeps what was there where the model first goes on to use tools', async () => {
    const script = [
      answers('Let me look.', { toolCalls: [{ name: 'get_overview', arguments: {} }] }),
      answers(second),
    ];
    const { parts } = await askedModel(script, log);
    const events = await eventsOf({ ...inquiry, resume: first }, parts);
    expect(only(events, 'aside')).toEqual([{ kind: 'aside', text: 'Let me look.', keeps: first.length }]);
    expect(shownText(events)).toBe(`${first}${second}`);
  });

  it('before a word was said is an error', async () => {
    const { parts } = await askedModel(repliesWith(401, { error: { message: 'no such key' } }), log);
    await expect(eventsOf(inquiry, parts)).rejects.toMatchObject({
      name: 'ModelError',
      code: 'unauthorised',
    });
  });
});

describe('a context that is too long', () => {
  it.each([
    ['to the limit the server names', tooLong],
    ['by parts where it names none', tooLongUnnamed],
  ])('is made smaller %s, and that is said', async (_, refusal) => {
    const { server, parts } = await askedModel([refusal, answers(second)], log);
    const pieces = shopLines.map((line, at) => `${at + 1}: ${line}`).join('\n');
    const context = [{ id: 'a', title: 'Selected lines', text: pieces.repeat(8) }];
    const events = await eventsOf({ ...inquiry, context }, parts);
    const [before, after] = only(events, 'asking').map(({ promptTokens }) => promptTokens);
    expect(after).toBeLessThan(before);
    expect(server.chats[1]?.body.length).toBeLessThan(server.chats[0]?.body.length ?? 0);
    expect(notices(events).join()).toMatch(/made smaller, from \d+ to \d+ tokens/);
    expect(shownText(events)).toBe(second);
  });

  it('is not tried for ever', async () => {
    const { server, parts } = await askedModel(() => tooLongUnnamed, log);
    await expect(eventsOf(inquiry, parts)).rejects.toMatchObject({ code: 'context-too-long' });
    expect(server.chats.length).toBeLessThanOrEqual(5);
  });

  it('of the question alone is said before anything is sent', async () => {
    const { server, parts } = await askedModel(answers(second), log);
    const asked = { ...inquiry, question: 'why '.repeat(40_000) };
    await expect(eventsOf(asked, parts)).rejects.toMatchObject({ code: 'context-too-long' });
    expect(server.requests).toHaveLength(0);
  });

  it('cuts what was attached between lines, and says so', async () => {
    const { server, parts } = await askedModel(answers(second), log);
    const text = Array.from({ length: 400_000 }, (_, at) => `${at + 1}: a line of many`).join('\n');
    const context = [{ id: 'a', title: 'Selected lines', text }];
    const events = await eventsOf({ ...inquiry, context }, parts);
    expect(notices(events).join()).toMatch(/Of “Selected lines” only the first \d+ of \d+ tokens/);
    expect(server.chats[0]?.body).toContain('1: a line of many');
    expect(server.chats[0]?.body.length).toBeLessThan(120_000);
  });

  it('drops the first questions of a long conversation, and says so', async () => {
    const { server, parts } = await askedModel(answers(second), log);
    const earlier = Array.from({ length: 60 }, (_, at) => ({
      question: `Question ${at}?`,
      answer: 'word '.repeat(500),
    }));
    const events = await eventsOf({ ...inquiry, earlier }, parts);
    expect(notices(events).join()).toMatch(/The first \d+ questions/);
    expect(server.chats[0]?.body).toContain('Question 59?');
    expect(server.chats[0]?.body).not.toContain('Question 0?');
  });

  it('holds no question that had no answer', async () => {
    const { server, parts } = await askedModel(answers(second), log);
    await eventsOf({ ...inquiry, earlier: [{ question: 'Nobody answered?', answer: '' }] }, parts);
    expect(server.chats[0]?.body).not.toContain('Nobody answered?');
  });

  it('that leaves no room for tools is asked without them, and says so', async () => {
    const { server, parts } = await askedModel(answers(second), log, 3_000);
    const events = await eventsOf(inquiry, parts);
    expect(server.chats[0]?.json?.tools).toBeUndefined();
    expect(notices(events).join()).toContain('leaves no room for tools');
    expect(shownText(events)).toBe(second);
  });
});

describe('a model without tools', () => {
  it('answers from the evidence alone, and that is said', async () => {
    const refusal = repliesWith(400, { error: { message: 'registry/model does not support tools' } });
    const { server, parts } = await askedModel([refusal, answers(second)], log);
    const events = await eventsOf(inquiry, parts);
    expect(server.chats.map(({ json }) => json?.tools !== undefined)).toEqual([true, false]);
    expect(server.chats[1]?.body).toContain('size set from 40 to 2');
    expect(notices(events).join()).toContain('cannot use tools');
    expect(shownText(events)).toBe(second);
  });
});

describe('a reader who stops', () => {
  const endless: Inquiry = inquiry;

  it.each([
    ['by the signal', true],
    ['by taking no more', false],
  ])('ends the exchange half way, %s', async (_, bySignal) => {
    const { server, parts } = await askedModel(
      answers('It began with', { ends: 'silent', finish: null }),
      log,
    );
    const stop = new AbortController();
    const seen: InvestigationEvent[] = [];
    const asked = (async () => {
      for await (const event of investigate(endless, parts, stop.signal)) {
        seen.push(event);
        if (event.kind !== 'text') continue;
        if (!bySignal) break;
        stop.abort(new Error('stopped by the reader'));
      }
    })();
    if (bySignal) await expect(asked).rejects.toThrow('stopped by the reader');
    else await asked;
    expect(await server.chats[0]?.over).toBe('left');
    expect(only(seen, 'end')).toEqual([]);
  });

  it('ends a tool that runs', async () => {
    const stop = new AbortController();
    const waits: AssistantLog = {
      ...log,
      runTool: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          stop.abort(new Error('stopped by the reader'));
        }),
    };
    const { server, parts } = await askedModel(callsTools([{ name: 'get_overview', arguments: {} }]), waits);
    await expect(eventsOf(inquiry, parts, stop.signal)).rejects.toThrow('stopped by the reader');
    expect(server.chats).toHaveLength(1);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { type AnswerManner, answers, callsTools, hangsUp, repliesWith, staysSilent } from './behaviours';
import { type ModelServer, startModelServer } from './model-server';

let server: ModelServer | undefined;
afterEach(() => server?.stop());

const asked = { model: 'm', messages: [{ role: 'user', content: 'why?' }], stream: true };

function ask(body: object = asked, signal?: AbortSignal): Promise<Response> {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { Authorization: 'Bearer k' } };
  return fetch(`${server?.url}/chat/completions`, { ...init, ...(signal && { signal }) });
}

/** The text of all deltas, as a plain reader of the protocol puts it together. */
function textOf(events: string): string {
  const data = events.split(/\r?\n/).filter((line) => line.startsWith('data: {'));
  return data.map((line) => JSON.parse(line.slice(6)).choices[0]?.delta.content ?? '').join('');
}

describe('the test server of the tests', () => {
  it('answers by its list, one request after the other, and says where it ends', async () => {
    server = await startModelServer([answers('one'), repliesWith(418, 'tea')]);
    expect(textOf(await (await ask()).text())).toBe('one');
    expect((await ask()).status).toBe(418);
    expect(await (await ask()).text()).toContain('script of the test has ended');
  });

  it.each<[string, AnswerManner]>([
    ['bytes', { pieceBytes: 1 }],
    ['sevens', { pieceBytes: 7, newline: '\r\n', comments: true }],
    ['characters', { deltas: /[\s\S]/gu }],
  ])('cut into %s a stream is the same', async (_, manner) => {
    server = await startModelServer(answers('größer 数据库 😀 ok', manner));
    expect(textOf(await (await ask()).text())).toBe('größer 数据库 😀 ok');
  });

  it('answers in one object where no stream is asked for', async () => {
    server = await startModelServer(callsTools([{ name: 'look', arguments: { at: 1 } }]));
    const { choices } = (await (await ask({ ...asked, stream: false })).json()) as {
      choices: [{ message: { tool_calls: object[] }; finish_reason: string }];
    };
    expect(choices[0].finish_reason).toBe('tool_calls');
    expect(choices[0].message.tool_calls).toMatchObject([
      { function: { name: 'look', arguments: '{"at":1}' } },
    ]);
  });

  it('a function of the request holds a conversation, and all of it is recorded', async () => {
    server = await startModelServer(({ json }) => answers(`heard ${json?.messages.at(-1)?.content}`));
    expect(textOf(await (await ask()).text())).toBe('heard why?');
    expect(server.chats).toHaveLength(1);
    expect(server.chats[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer k' },
      json: asked,
    });
    expect(await server.chats[0]?.over).toBe('answered');
  });

  it('hangs up, stays silent, and knows when the client left', async () => {
    server = await startModelServer([hangsUp(), staysSilent()]);
    await expect(ask()).rejects.toThrow();
    const left = new AbortController();
    const silent = ask(asked, left.signal);
    while (server.chats.length < 2) await new Promise(setImmediate);
    left.abort();
    await expect(silent).rejects.toThrow();
    expect(await server.chats[1]?.over).toBe('left');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { ModelError } from '../../../src/node/llm/chat-model';
import { type Reply, repliesWith } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { ask, codeOf, withTools } from './asking';

let server: ModelServer | undefined;
afterEach(() => server?.stop());

const stream = { 'Content-Type': 'text/event-stream' };
const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const delta = (members: unknown, finish: unknown = null) => ({
  choices: [{ index: 0, delta: members, finish_reason: finish }],
});
const end = `${event(delta({}, 'stop'))}data: [DONE]\n\n`;
const says = (...events: readonly unknown[]) => repliesWith(200, events.map(event).join('') + end, stream);

async function asked(reply: Reply, key: string | null = null) {
  server = await startModelServer([reply, reply, reply]);
  return ask(server.url, { request: withTools, endpoint: { key: async () => key } });
}

describe('what is not of the kind it should be is left out, and the rest of the answer taken', () => {
  it.each<[string, Reply]>([
    ['an event that is null', says(null, delta({ content: 'It broke.' }))],
    ['an event that is a number', says(5, delta({ content: 'It broke.' }))],
    ['choices that are no list', says({ choices: { 0: 'a' } }, delta({ content: 'It broke.' }))],
    ['a delta that is a text', says({ choices: [{ delta: 'a' }] }, delta({ content: 'It broke.' }))],
    ['text that is a number', says(delta({ content: 5 }), delta({ content: 'It broke.' }))],
    ['text in parts', says(delta({ content: [{ type: 'thinking' }, { type: 'text', text: 'It broke.' }] }))],
    ['a refusal that is an object', says(delta({ content: 'It broke.', refusal: { a: 1 } }))],
    ['reasoning that is a list', says(delta({ content: 'It broke.', reasoning_content: [1] }))],
    ['calls that are no list', says(delta({ content: 'It broke.', tool_calls: { index: 0 } }))],
    ['calls that are a text', says(delta({ content: 'It broke.', tool_calls: 'get_lines' }))],
    ['an end called constructor', says(delta({ content: 'It broke.' }, 'constructor'))],
    ['an end that is a number', says(delta({ content: 'It broke.' }, 7))],
    [
      'tokens that are texts',
      says(delta({ content: 'It broke.' }), { usage: { prompt_tokens: '5', completion_tokens: -1 } }),
    ],
    [
      'tokens that are null',
      says(delta({ content: 'It broke.' }), { usage: { prompt_tokens: null, completion_tokens: null } }),
    ],
  ])('%s', async (_, reply) => {
    const { text, parts, error } = await asked(reply);
    expect([text, error]).toEqual(['It broke.', undefined]);
    expect(parts.slice(1)).toEqual([{ kind: 'end', reason: 'stop' }]);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['without a function', { index: 0, id: 5, function: null }],
    ['with a name that is a number', { index: 0, function: { name: 7, arguments: 8 } }],
  ])('a call %s is one of no tool', async (_, call) => {
    const { parts, error } = await asked(says(delta({ tool_calls: [call] })));
    expect(error).toBeUndefined();
    expect(parts[0]).toMatchObject({ kind: 'toolCall', call: { name: '', arguments: '' } });
  });
});

describe('an answer is what it holds, whatever its server calls it', () => {
  const streamed = event(delta({ content: 'It broke.' })) + end;
  const whole = JSON.stringify({ choices: [{ message: { content: 'It broke.' }, finish_reason: 'stop' }] });
  it.each([
    ['a stream as JSON', streamed, 'application/json'],
    ['a stream as a page', streamed, 'text/html'],
    ['a stream as bytes', `\uFEFF: hello\n\n${streamed}`, 'application/octet-stream'],
    ['an object as a stream', `\n ${whole}`, 'text/event-stream'],
  ])('%s', async (_, body, type) => {
    const { text, error } = await asked(repliesWith(200, body, { 'Content-Type': type }));
    expect([text, error]).toEqual(['It broke.', undefined]);
  });

  it.each([
    ['a page as a stream', '<!doctype html><h1>Sign in</h1>'],
    ['a page that begins in the middle', '<center><h1>Bad Gateway</h1></center>'],
  ])('%s', async (_, body) => {
    const { error } = await asked(repliesWith(200, body, stream));
    expect(codeOf(error)).toBe('not-a-model-server');
    expect(JSON.stringify((error as ModelError).sentence)).not.toContain('<');
  });
});

describe('a stream that ends', () => {
  it('without the empty line behind its last event is whole', async () => {
    const body = event(delta({ content: 'It ' })) + event(delta({ content: 'broke.' }, 'stop')).trimEnd();
    const { text, error } = await asked(repliesWith(200, body, stream));
    expect([text, error]).toEqual(['It broke.', undefined]);
  });

  it('within a character is cut, and what came stands', async () => {
    const bytes = Buffer.from(event(delta({ content: 'It ' })) + event(delta({ content: '断' })));
    const within = bytes.indexOf(Buffer.from('断')) + 1;
    const reply = repliesWith(200, '', stream);
    const { text, error } = await asked({ ...reply, pieces: [bytes.subarray(0, within)] });
    expect([text, codeOf(error)]).toEqual(['It ', 'cut']);
  });

  it('within what comes behind the answer has told all of it', async () => {
    const body = `${event(delta({ content: 'It broke.' }, 'stop'))}data: [DO`;
    const { text, error } = await asked(repliesWith(200, body, stream));
    expect([text, error]).toEqual(['It broke.', undefined]);
  });
});

describe('the key', () => {
  const key = 'sk-5ecret+key/of=mine';
  const echo = { error: { message: `No such header: Bearer ${key}`, code: key, type: key } };
  it.each<[string, Reply]>([
    ['in an error', repliesWith(400, echo)],
    ['in plain text', repliesWith(400, `headers: ${key}`)],
    ['where the account is empty', repliesWith(402, echo)],
    ['where it may not do this', repliesWith(403, echo)],
    ['in an error within a stream', repliesWith(200, event(echo), stream)],
    [
      'in a redirect',
      repliesWith(302, '', { Location: `https://elsewhere.example/?k=${encodeURIComponent(key)}` }),
    ],
    ['at the cut of a long text', repliesWith(400, `${'x'.repeat(390)} ${key}`)],
  ])('that a server repeats is not told again: %s', async (_, reply) => {
    const { error } = await asked(reply, key);
    const told = JSON.stringify((error as ModelError).sentence);
    expect(told).not.toContain('sk-5e');
    expect(told).not.toContain(encodeURIComponent(key));
  });

  it('what a server calls an error is one short line', async () => {
    const { error } = await asked(repliesWith(403, { error: { code: 'no\n<b>'.repeat(5000) } }), key);
    const [, code] = (error as ModelError).sentence.values;
    expect(String(code).length).toBeLessThan(500);
    expect(String(code)).not.toContain('\n');
  });
});

it.each([
  ['600', 10],
  ['90000000', undefined],
])('a wait of %s s that is too long is told where anybody would wait for it', async (seconds, minutes) => {
  const { error } = await asked(repliesWith(429, '', { 'Retry-After': seconds }));
  expect((error as ModelError).sentence.values[1]).toBe(minutes);
});

import { afterEach, describe, expect, it } from 'vitest';
import type { ModelError } from '../../../src/node/llm/chat-model';
import { ToolCallFragments } from '../../../src/node/llm/tool-call-fragments';
import { sentenceText } from '../../../src/protocol/sentence';
import { type Behaviour, callsTools, repliesWith } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { ask, withTools } from './asking';

let server: ModelServer | undefined;
afterEach(() => server?.stop());

const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;

/** Writes the same until the client leaves, which it does long before. */
function goesOn(beginning: string, piece: string): Behaviour {
  const pieces = [beginning, ...Array.from({ length: 400 }, () => piece)].map((text) => Buffer.from(text));
  return {
    ...repliesWith(200, ''),
    headers: { 'Content-Type': 'text/event-stream' },
    pieces,
    ends: 'silent',
  };
}

describe('a server that never ends', () => {
  it('a line is left', async () => {
    server = await startModelServer([goesOn('data: {"choices":[{"delta":{"content":"', 'x'.repeat(10_000))]);
    const { error } = await ask(server.url);
    expect(sentenceText((error as ModelError).sentence)).toContain('an answer without an end');
  });

  it('a line behind the beginning of an answer is left, and what came stands', async () => {
    server = await startModelServer([goesOn(event('It broke'), 'x'.repeat(10_000))]);
    const { error, text } = await ask(server.url);
    expect([text, (error as ModelError).code]).toEqual(['It broke', 'cut']);
  });

  it('its calls of tools, is heard no further', async () => {
    const calls = Array.from({ length: 3000 }, (_, at) => ({ name: `tool${at}`, arguments: {} }));
    server = await startModelServer([callsTools(calls)]);
    const { parts } = await ask(server.url, { request: withTools });
    const called = parts.filter(({ kind }) => kind === 'toolCall').length;
    expect(called).toBeGreaterThan(8);
    expect(called).toBeLessThan(100);
  });
});

describe('calls put together from fragments', () => {
  it('hold neither ids nor names nor arguments without end', () => {
    const fragments = new ToolCallFragments();
    const long = 'x'.repeat(100_000);
    fragments.add({ index: 0, id: long, name: long, arguments: '' });
    for (let piece = 0; piece < 1000; piece++) fragments.add({ index: 0, id: '', name: '', arguments: long });
    const [call, ...more] = fragments.calls(() => 'own');
    expect([call?.id, call?.name.length, more]).toEqual(['own', 200, []]);
    expect(call?.arguments.length).toBeLessThan(600_000);
  });
});

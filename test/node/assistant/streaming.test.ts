import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { LineNumber } from '../../../src/engine/model/units';
import { investigate } from '../../../src/node/assistant/investigate';
import type {
  AssistantLog,
  InvestigationEvent,
  InvestigationParts,
} from '../../../src/node/assistant/investigation';
import type { ChatModel, ChatPart } from '../../../src/node/llm/chat-model';
import { sentenceText } from '../../../src/protocol/sentence';
import { inquiry, noHostTools, only, shownText } from './asked-model';

const record = {
  ...{ firstLine: 3 as LineNumber, lastLine: 3 as LineNumber, templateWords: [], parameters: [] },
  text: 'the pool is empty',
};

const emptyLog: AssistantLog = {
  runTool: () => Promise.reject(new Error('not asked here')),
  evidencePack: async () => ({ tokens: 0, ranges: [], shortened: [], text: '' }),
  citedRecords: async (lines) => lines.map(() => record),
};

function modelOf(parts: () => AsyncIterable<ChatPart>): ChatModel {
  return {
    name: 'm',
    destination: { kind: 'local', host: 'localhost' },
    contextTokens: null,
    chat: parts,
    bodyOf: (request) => request,
  };
}

function partsWith(model: ChatModel, log: AssistantLog): InvestigationParts {
  return {
    ...{ model, log, documents: [], tools: noHostTools, shield: null, tell: sentenceText },
    limits: {
      temperature: 0,
      maxAnswerTokens: 100_000,
      contextTokens: 400_000,
      maxRounds: 3,
      toolTokens: 500,
    },
    now: () => 0,
  };
}

describe('an answer that streams', () => {
  it('is told at once, however long the log takes to check what came before', async () => {
    let release: (() => void) | undefined;
    const slow: AssistantLog = {
      ...emptyLog,
      citedRecords: async (lines) => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return lines.map(() => record);
      },
    };
    async function* chat(): AsyncGenerator<ChatPart> {
      yield { kind: 'text', text: 'It says `the pool is empty` [L3].\n\n' };
      yield { kind: 'text', text: 'Then it ' };
      yield { kind: 'text', text: 'broke.' };
      yield { kind: 'end', reason: 'stop' };
    }
    const events: InvestigationEvent[] = [];
    for await (const event of investigate(
      inquiry,
      partsWith(modelOf(chat), slow),
      new AbortController().signal,
    )) {
      events.push(event);
      if (event.kind === 'text' && event.text === 'broke.') {
        expect(only(events, 'checked')).toEqual([]);
        while (release === undefined) await setImmediate();
        release();
      }
    }
    expect(only(events, 'checked').map(({ struck }) => struck)).toEqual([0, 0]);
  });

  it('that comes in a burst lets others in', async () => {
    const pieces = 20_000;
    async function* chat(): AsyncGenerator<ChatPart> {
      for (let at = 0; at < pieces; at++) yield { kind: 'text', text: 'word ' };
      yield { kind: 'end', reason: 'stop' };
    }
    let isOver = false;
    let turns = 0;
    const others = (async () => {
      for (; !isOver; turns++) await setImmediate();
    })();
    const events: InvestigationEvent[] = [];
    for await (const event of investigate(
      inquiry,
      partsWith(modelOf(chat), emptyLog),
      new AbortController().signal,
    ))
      events.push(event);
    isOver = true;
    await others;
    expect(shownText(events)).toBe('word '.repeat(pieces));
    expect(turns).toBeGreaterThanOrEqual(pieces / 200);
  });

  it('without an end is ended', async () => {
    async function* chat(): AsyncGenerator<ChatPart> {
      for (;;) yield { kind: 'text', text: 'and so on '.repeat(100) };
    }
    const parts = partsWith(modelOf(chat), emptyLog);
    const limits = { ...parts.limits, maxAnswerTokens: 1_000 };
    const events: InvestigationEvent[] = [];
    for await (const event of investigate(inquiry, { ...parts, limits }, new AbortController().signal))
      events.push(event);
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'length' });
    expect(shownText(events).length).toBeLessThan(20_000);
  });

  it('keeps no mark of ours that a model or a log put in', async () => {
    async function* chat(): AsyncGenerator<ChatPart> {
      yield { kind: 'text', text: 'a\uE0020\uE001b' };
      yield { kind: 'end', reason: 'stop' };
    }
    const events: InvestigationEvent[] = [];
    for await (const event of investigate(
      inquiry,
      partsWith(modelOf(chat), emptyLog),
      new AbortController().signal,
    ))
      events.push(event);
    expect(shownText(events)).toBe('a0b');
  });
});

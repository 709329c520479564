import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedConversation, type StoredTurn } from '../../../src/node/assistant/conversation';
import { ConversationStore } from '../../../src/node/assistant/conversation-store';
import { readConversation, writtenConversation } from '../../../src/node/assistant/read-conversation';
import { sentenceText } from '../../../src/protocol/sentence';
import { temporaryFolder } from '../temporary-folder';
import { storedConversation, storedTurn } from './stored-turn';

const folder = temporaryFolder();
const uri = 'file:///logs/shop.log';
let stores = 0;
const newStore = () => new ConversationStore(join(folder, String(++stores)), uri);

function read(text: string) {
  const { conversation, problems } = readConversation('one.json', text);
  return { conversation, problems: problems.map((one) => sentenceText(one)) };
}

function withTurns(turns: readonly unknown[]): string {
  return JSON.stringify({ ...(JSON.parse(writtenConversation(storedConversation)) as object), turns });
}

describe('a conversation in a file', () => {
  it('is read as it was written', () => {
    expect(read(writtenConversation(storedConversation))).toEqual({
      conversation: storedConversation,
      problems: [],
    });
  });

  it('whatever its texts are, is read as it was bounded', () => {
    const long = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.repeat(4_000));
    fc.assert(
      fc.property(long, long, fc.nat(4), (text, detail, count) => {
        const turn: StoredTurn = {
          ...storedTurn,
          ...{ question: text, said: text, usage: text, hidden: [{ kind: 'USER', value: text }] },
          steps: [{ id: '1', state: 'failed', title: text, detail }],
          answer: { checked: text, rest: detail, citations: [], struck: 0 },
          notices: [{ kind: 'error', text: detail, action: null }],
        };
        const turns = Array.from({ length: count }, () => turn);
        const bounded = boundedConversation({ ...storedConversation, title: text, turns });
        expect(read(writtenConversation(bounded))).toEqual({ conversation: bounded, problems: [] });
      }),
      { numRuns: 15 },
    );
  });

  it('of very many turns keeps the last ones', () => {
    const turns = Array.from({ length: 130 }, (_, at) => ({ ...storedTurn, id: `turn-${at}` }));
    const bounded = boundedConversation({ ...storedConversation, turns });
    expect(bounded.turns.map(({ id }) => id).at(0)).toBe('turn-30');
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['empty', ''],
    ['something else', '{"oddline":"labels","version":1,"turns":[]}'],
    ['a list', '[]'],
    ['without an id', writtenConversation(storedConversation).replace('"id":"conversation-1"', '"id":7')],
    ['of no time', writtenConversation(storedConversation).replace('2026-05-03T09:30:00.000Z', 'yesterday')],
  ])('that is %s gives a sentence', (_, text) => {
    const { conversation, problems } = read(text);
    expect(conversation).toBeNull();
    expect(problems.join()).toContain('one.json is damaged');
  });

  it('of a newer Oddline is left alone', () => {
    const newer = writtenConversation(storedConversation).replace('"version":1', '"version":2');
    expect(read(newer)).toMatchObject({
      conversation: null,
      problems: [expect.stringContaining('newer Oddline')],
    });
  });

  it.each([
    ['no object', 7],
    ['of an unknown status', { ...storedTurn, status: 'dreaming' }],
    [
      'with a citation of no line',
      { ...storedTurn, answer: { ...storedTurn.answer, citations: [{ label: 'L1' }] } },
    ],
    ['with a report of no findings', { ...storedTurn, report: { summary: 'x' } }],
    [
      'of an unknown action',
      { ...storedTurn, notices: [{ kind: 'error', text: '', action: { id: 'run', title: '' } }] },
    ],
  ])('loses a turn that is damaged (%s), and keeps the rest', (_, damaged) => {
    const { conversation, problems } = read(withTurns([storedTurn, damaged, storedTurn]));
    expect(conversation?.turns).toEqual([storedTurn, storedTurn]);
    expect(problems.join()).toContain('1 of 3 questions');
  });

  it('that was being answered when it was stored was cut', () => {
    const running = {
      ...storedTurn,
      status: 'answering',
      steps: [{ ...storedTurn.steps[0], state: 'running' }],
    };
    const [turn] = read(withTurns([running])).conversation?.turns ?? [];
    expect(turn).toMatchObject({ status: 'cut', steps: [{ state: 'failed' }] });
  });
});

describe('the conversations of a log', () => {
  it('are listed, the one changed last first, read and deleted', async () => {
    const store = newStore();
    expect(await store.list()).toEqual({ conversations: [], problems: [] });
    await store.write(storedConversation);
    await store.write({ ...storedConversation, id: 'two', changed: '2026-05-04T09:30:00.000Z', turns: [] });
    const { conversations } = await store.list();
    expect(conversations.map(({ id, turns }) => `${id} ${turns}`)).toEqual(['two 0', 'conversation-1 1']);
    expect((await store.read('conversation-1')).conversation).toEqual(storedConversation);
    await store.delete('conversation-1');
    expect(await store.read('conversation-1')).toEqual({ conversation: null, problems: [] });
  });

  it.skipIf(process.platform === 'win32')('are for their owner alone', async () => {
    const place = join(folder, 'private');
    await new ConversationStore(place, uri).write(storedConversation);
    const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mode & 0o777)).toEqual([
      0o600,
    ]);
  });

  it('of another log are others', async () => {
    const place = join(folder, 'shared');
    await new ConversationStore(place, uri).write(storedConversation);
    expect((await new ConversationStore(place, `${uri}.1`).list()).conversations).toEqual([]);
  });

  it('are at most thirty: those changed longest ago go', async () => {
    const store = newStore();
    for (let day = 1; day <= 31; day++) {
      const changed = `2026-05-${String(day).padStart(2, '0')}T00:00:00.000Z`;
      await store.write({ ...storedConversation, id: `day-${day}`, changed, turns: [] });
    }
    const { conversations } = await store.list();
    expect(conversations).toHaveLength(30);
    expect(conversations.at(-1)?.id).toBe('day-2');
  });

  it.each(['../escape', 'a/b', '', '.hidden', 'x'.repeat(65)])('never have the name %j', async (id) => {
    const store = newStore();
    await expect(store.write({ ...storedConversation, id })).rejects.toThrow(RangeError);
    expect(await store.read(id)).toEqual({ conversation: null, problems: [] });
    await store.delete(id);
  });

  it('go on where one is damaged, and say so', async () => {
    const place = join(folder, 'damaged');
    const store = new ConversationStore(place, uri);
    await store.write(storedConversation);
    const [file = ''] = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    const whole = join(place, file);
    writeFileSync(join(dirname(whole), 'broken.json'), readFileSync(whole, 'utf8').slice(0, 80));
    mkdirSync(join(dirname(whole), 'folder.json'));
    const { conversations, problems } = await store.list();
    expect(conversations.map(({ id }) => id)).toEqual(['conversation-1']);
    expect(problems.map((one) => sentenceText(one)).join()).toContain('broken.json is damaged');
  });
});

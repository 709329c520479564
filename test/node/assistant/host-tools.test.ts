import { beforeAll, describe, expect, it } from 'vitest';
import type { LineNumber } from '../../../src/engine/model/units';
import type { AssistantLog, CitableDocument, HostTools } from '../../../src/node/assistant/investigation';
import { PrivacyShield } from '../../../src/node/privacy/shield';
import type { ToolRequest } from '../../../src/protocol/assistant-log';
import { answers, callsTools } from '../../model-server/behaviours';
import { temporaryFolder } from '../temporary-folder';
import { analysedLog } from './analysed-log';
import { askedModel, eventsOf, inquiry, noHostTools, only } from './asked-model';
import { shopLines } from './shop-lines';

const folder = temporaryFolder();
let log: AssistantLog;
beforeAll(async () => {
  log = await analysedLog(folder, 'shop.log', shopLines);
});

function documentOf(id: string, lines: readonly string[]): CitableDocument {
  return {
    ...{ id, name: id },
    citedRecords: async (asked) =>
      asked.map((line) => {
        const text = lines[line - 1];
        const at = line as LineNumber;
        return text === undefined
          ? null
          : { firstLine: at, lastLine: at, text, templateWords: [], parameters: [] };
      }),
  };
}

const ledgerLine = 'ledger: out of memory, restarting';

describe('a source the reader attached', () => {
  const asked: unknown[] = [];
  const tools: HostTools = {
    ...noHostTools,
    sources: () => ['ledger of /home/marlow77'],
    querySource: async (query) => {
      asked.push(query);
      return { text: `Q1:L1: ${ledgerLine}`, document: documentOf('Q1', [ledgerLine]) };
    },
  };

  it('is asked by its name, and its lines can be cited from then on', async () => {
    const script = [
      callsTools([
        { name: 'query_source', arguments: { source: 'ledger of /home/marlow77', query: '{app="ledger"}' } },
      ]),
      answers('It was `out of memory` [Q1:L1].\n\nThe disk was `full` [Q1:L9].'),
    ];
    const { server, parts } = await askedModel(script, log);
    const events = await eventsOf(inquiry, { ...parts, tools });
    expect(asked).toEqual([
      { source: 'ledger of /home/marlow77', query: '{app="ledger"}', from: null, until: null, limit: 100 },
    ]);
    expect(
      only(events, 'checked')
        .at(-1)
        ?.citations.map(({ label, isTrue }) => `${label} ${isTrue}`),
    ).toEqual(['Q1:L1 true', 'Q1:L9 false']);
    expect(server.chats[1]?.json?.messages.at(-1)?.content).toContain('BEGIN LOG DATA');
  });

  it('is known to the model by a name that hides what is to be hidden, which it may use', async () => {
    asked.length = 0;
    const { server, parts } = await askedModel(({ json }) => {
      if (json?.messages.at(-1)?.role === 'tool') return answers('Done.');
      const [, name = ''] =
        /source for query_source: "(.*)"/.exec(json?.messages.at(-1)?.content ?? '') ?? [];
      return callsTools([{ name: 'query_source', arguments: { source: name, query: 'x' } }]);
    }, log);
    const events = await eventsOf(inquiry, { ...parts, tools, shield: new PrivacyShield() });
    expect(server.requests.map(({ body }) => body).join()).not.toContain('marlow77');
    expect(asked).toMatchObject([{ source: 'ledger of /home/marlow77' }]);
    expect(only(events, 'step').at(-1)).toMatchObject({ state: 'done' });
  });

  it.each([
    ['that is another', { source: 'prod', query: 'x' }, 'no such source'],
    ['without a query', { source: 'ledger of /home/marlow77' }, '"query" is missing'],
  ])('%s is not asked', async (_, given, words) => {
    asked.length = 0;
    const { server, parts } = await askedModel(
      [callsTools([{ name: 'query_source', arguments: given }]), answers('I see.')],
      log,
    );
    await eventsOf(inquiry, { ...parts, tools });
    expect(asked).toEqual([]);
    expect(server.chats[1]?.json?.messages.at(-1)?.content).toContain(words);
  });
});

describe('a query to a source', () => {
  const shield = () => new PrivacyShield();
  const asked: string[] = [];
  const tools: HostTools = {
    ...noHostTools,
    sources: () => ['ledger'],
    querySource: async ({ query }) => {
      asked.push(query);
      return { text: 'Q1:L1: peer 198.51.100.77 gone', document: null };
    },
  };
  const ask = (query: string) =>
    callsTools([{ name: 'query_source', arguments: { source: 'ledger', query } }]);
  /** What a source was asked by a model that asks one query after the other. */
  const askedBy = async (...queries: string[]) => {
    asked.length = 0;
    const planted = { id: 'selection', title: 'Lines', text: 'L1: password=Kestrel-4417 from 203.0.113.50' };
    const { server, parts } = await askedModel([...queries.map(ask), answers('I see.')], log);
    await eventsOf(
      { ...inquiry, context: [planted], evidence: undefined },
      { ...parts, tools, shield: shield() },
    );
    return { asked: [...asked], told: server.chats.at(-1)?.json?.messages.at(-1)?.content ?? '' };
  };

  it.each(['|= "<PASSWORD_1>"', '|= "PASSWORD_1"', '\\<PASSWORD\\_1\\>', '<IP_1>'])(
    'that names what is hidden in the log (%s) takes nothing of it there',
    async (query) => {
      const { asked, told } = await askedBy(query);
      expect(asked).toEqual([]);
      expect(told).toContain('did not come from this source');
    },
  );

  it('may name what the source itself told', async () => {
    const { asked } = await askedBy('{job="ledger"}', '|= "<IP_2>"', '<IP_2> <PASSWORD_1>');
    expect(asked).toEqual(['{job="ledger"}', '|= "198.51.100.77"']);
  });
});

describe('a good log', () => {
  const good = { document: 'B', paths: ['/logs/good.log'] };
  const tools: HostTools = { ...noHostTools, goodLogs: () => new Map([['good.log', good]]) };

  it.each([
    ['by its name', { good: 'good.log' }, good],
    ['by another name', { good: '/etc/passwd' }, undefined],
    ['by no name', {}, undefined],
  ])('named %s is looked up for the log’s thread', async (_, given, expected) => {
    const requests: ToolRequest[] = [];
    const recording: AssistantLog = {
      ...log,
      runTool: (request) => {
        requests.push(request);
        return Promise.resolve({ text: 'nothing', tokens: 1, lines: [], isError: false });
      },
    };
    const { parts } = await askedModel(
      [callsTools([{ name: 'compare_logs', arguments: given }]), answers('I see.')],
      recording,
    );
    const documents = [documentOf('B', ['a good line'])];
    const events = await eventsOf(inquiry, { ...parts, tools, documents });
    expect(requests.map((request) => request.good)).toEqual([expected]);
    expect(only(events, 'step').at(-1)).toMatchObject({ tool: 'compare_logs', state: 'done' });
  });
});

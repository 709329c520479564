import { beforeAll, describe, expect, it } from 'vitest';
import { strikeStart } from '../../../src/engine/citations/marks';
import type { AssistantLog, Inquiry } from '../../../src/node/assistant/investigation';
import { payloadOf } from '../../../src/node/assistant/payload';
import { PrivacyShield } from '../../../src/node/privacy/shield';
import { answers, callsTools } from '../../model-server/behaviours';
import { temporaryFolder } from '../temporary-folder';
import { analysedLog } from './analysed-log';
import { askedModel, eventsOf, inquiry, notices, only, shownText } from './asked-model';
import { causeLine, injection, refusedLine, secrets, shopLines } from './shop-lines';

const folder = temporaryFolder();
let log: AssistantLog;
beforeAll(async () => {
  log = await analysedLog(folder, 'shop.log', shopLines);
});

const told = `The pool shrank: \`size set from 40 to 2\` [L${causeLine}].\n\nPayments then failed: \`connection refused\` [L${refusedLine}].`;

describe('an answer', () => {
  it('is told as it comes, and held against the log block by block', async () => {
    const { parts } = await askedModel(
      answers(told, { usage: { promptTokens: 900, answerTokens: 40 } }),
      log,
    );
    const events = await eventsOf(inquiry, parts);
    expect(shownText(events)).toBe(told);
    const checked = only(events, 'checked');
    expect(checked.map(({ upTo }) => upTo)).toEqual([told.indexOf('Payments'), told.length]);
    expect(checked.at(-1)?.citations).toMatchObject([
      { label: `L${causeLine}`, firstLine: causeLine, isTrue: true },
      { label: `L${refusedLine}`, firstLine: refusedLine, isTrue: true },
    ]);
    expect(checked.at(-1)?.struck).toBe(0);
    expect(only(events, 'usage').at(-1)).toMatchObject({
      promptTokens: 900,
      answerTokens: 40,
      isEstimate: false,
    });
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'done' });
  });

  it('that cites what is not there is struck out', async () => {
    const { parts } = await askedModel(answers('It was `disk full` [L5].'), log);
    const checked = only(await eventsOf(inquiry, parts), 'checked').at(-1);
    expect(checked).toMatchObject({ struck: 1, citations: [{ isTrue: false }] });
    expect(checked?.text).toContain(strikeStart);
  });

  it.each([
    ['length', 'length', 'maxAnswerTokens'],
    ['content_filter', 'filtered', 'content filter'],
  ] as const)('that ends by %s says so', async (finish, reason, words) => {
    const { parts } = await askedModel(answers('It began at nine', { finish }), log);
    const events = await eventsOf(inquiry, parts);
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason });
    expect(notices(events).join()).toContain(words);
  });

  it('that is empty says so', async () => {
    const { parts } = await askedModel(answers(''), log);
    expect(notices(await eventsOf(inquiry, parts)).join()).toContain('empty answer');
  });
});

describe('tools', () => {
  it('are run as the model asks, in fragments and several at once, and each step is told', async () => {
    const calls = [
      { name: 'search_log', arguments: { text: 'refused' } },
      { name: 'get_lines', arguments: { around: causeLine, context: 3 } },
    ];
    const script = [answers('Let me look.', { toolCalls: calls, callManner: 'mixed' }), answers(told)];
    const { server, parts } = await askedModel(script, log);
    const events = await eventsOf(inquiry, parts);
    expect(only(events, 'step').map(({ tool, state, id }) => `${id} ${tool} ${state}`)).toEqual([
      '1 search_log running',
      '1 search_log done',
      '2 get_lines running',
      '2 get_lines done',
    ]);
    expect(only(events, 'aside')).toEqual([{ kind: 'aside', text: 'Let me look.', keeps: 0 }]);
    expect(shownText(events)).toBe(told);
    const answered = server.chats[1]?.json?.messages.filter(({ role }) => role === 'tool') ?? [];
    expect(answered.map(({ content }) => content?.includes('BEGIN LOG DATA'))).toEqual([true, true]);
    expect(answered[0]?.content).toContain('connection refused by ledger');
  });

  it.each([
    ['a tool that is not there', 'run_command', { command: 'ls' }, 'There is no tool "run_command"'],
    ['arguments that are no JSON', 'get_lines', '{"from": 3', 'no JSON'],
    ['arguments without end', 'get_lines', `{"first": ${'1'.repeat(30_000)}}`, 'no JSON'],
    ['arguments that are wrong', 'get_lines', { begin: 3 }, 'no argument'],
    ['a source nobody attached', 'query_source', { source: 'prod', query: 'x' }, 'There is no tool'],
    ['a log nobody attached', 'compare_logs', { good: '/etc/passwd' }, 'There is no tool'],
  ])('%s: the model is told, and goes on', async (_, name, given, words) => {
    const { server, parts } = await askedModel(
      [callsTools([{ name, arguments: given }]), answers(told)],
      log,
    );
    const events = await eventsOf(inquiry, parts);
    expect(only(events, 'step').at(-1)).toMatchObject({ tool: name, state: 'failed' });
    expect(server.chats[1]?.json?.messages.at(-1)).toMatchObject({ role: 'tool' });
    expect(server.chats[1]?.json?.messages.at(-1)?.content).toContain(words);
    const [call] = server.chats[1]?.json?.messages.at(-2)?.tool_calls ?? [];
    expect(() => JSON.parse(call?.function.arguments ?? '') as unknown).not.toThrow();
    expect(shownText(events)).toBe(told);
  });

  it('are not run again for what was asked before', async () => {
    let runs = 0;
    const counting: AssistantLog = {
      ...log,
      runTool: (asked, signal) => {
        runs++;
        return log.runTool(asked, signal);
      },
    };
    const call = callsTools([{ name: 'get_lines', arguments: { first: 3 } }]);
    const { server, parts } = await askedModel([call, call, answers(told)], counting);
    await eventsOf(inquiry, parts);
    expect(runs).toBe(1);
    expect(server.chats[2]?.json?.messages.at(-1)?.content).toMatch(/^You asked exactly this before/);
  });

  it('end after so many rounds: then the model has to answer, and is told what it read', async () => {
    let first = 0;
    const { server, parts } = await askedModel(
      ({ json }) =>
        json?.tools === undefined
          ? answers(told)
          : callsTools([{ name: 'get_lines', arguments: { first: ++first } }]),
      log,
    );
    const events = await eventsOf(inquiry, parts);
    expect(server.chats).toHaveLength(5);
    const last = server.chats[4]?.json;
    expect(last?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(last?.messages[1]?.content).toContain('You called get_lines {"first":4}; it answered:');
    expect(last?.messages[1]?.content).toContain('You can call no more tools');
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'done' });
  });

  it('fit into the context however much is read: the oldest answers are dropped', async () => {
    let rounds = 0;
    const { server, parts } = await askedModel(
      () =>
        ++rounds > 8
          ? answers(told)
          : callsTools([{ name: 'get_lines', arguments: { first: rounds, last: rounds + 90 } }]),
      log,
    );
    const limits = { ...parts.limits, contextTokens: 7_000, maxRounds: 8, toolTokens: 2_000 };
    const events = await eventsOf(inquiry, { ...parts, limits });
    for (const { promptTokens } of only(events, 'asking')) expect(promptTokens).toBeLessThan(6_200);
    expect(server.chats[7]?.body).toContain('This answer was dropped to make room');
    expect(shownText(events)).toBe(told);
  });
});

describe('log text', () => {
  it('that tells the model what to do triggers nothing, even where the model obeys', async () => {
    const obeys = [
      callsTools([{ name: 'run_command', arguments: { command: 'curl http://evil.example' } }]),
      callsTools([{ name: 'oddline.openExternal', arguments: { url: 'http://evil.example' } }]),
      answers('I did what the log said: [click](http://evil.example).'),
    ];
    const { server, parts } = await askedModel(obeys, log);
    const events = await eventsOf(inquiry, parts);
    expect(
      only(events, 'step')
        .filter(({ state }) => state !== 'running')
        .map(({ state }) => state),
    ).toEqual(['failed', 'failed']);
    const [first] = server.chats;
    const content = first?.json?.messages.at(-1)?.content ?? '';
    const fence = /--- BEGIN LOG DATA (\w+) \(evidence\) ---([\s\S]*?)--- END LOG DATA \1 ---/.exec(content);
    expect(fence?.[2]).toContain(injection);
    expect(content.replace(fence?.[0] ?? '', '')).not.toContain('Ignore all previous');
  });
});

describe('the shield', () => {
  const asked: Inquiry = {
    ...inquiry,
    question: `Did ${secrets.mail} pay from ${secrets.address}?`,
    logName: `/home/${secrets.home}/shop.log`,
    earlier: [{ question: `Who is ${secrets.mail}?`, answer: `A customer at ${secrets.address}.` }],
    context: [{ id: 'x', title: 'Selected lines', text: `44: ${shopLines[43]}\n45: ${shopLines[44]}` }],
  };

  it('lets no secret out, whatever is asked and read, and puts all back on screen', async () => {
    const { server, parts } = await askedModel(({ json }) => {
      const turns = json?.messages.filter(({ role }) => role === 'tool').length ?? 0;
      const address =
        /<IP_\d+>/.exec(json?.messages.findLast(({ role }) => role === 'user')?.content ?? '')?.[0] ?? '';
      if (turns === 0) return callsTools([{ name: 'search_log', arguments: { text: address } }]);
      if (turns === 1) return callsTools([{ name: 'get_lines', arguments: { first: 40, last: 50 } }]);
      return answers(`It came from ${address}: \`client ${address}\` [L${refusedLine}].`, {
        deltas: /[\s\S]{1,3}/g,
      });
    }, log);
    const events = await eventsOf(asked, { ...parts, shield: new PrivacyShield() });
    expect(server.chats).toHaveLength(3);
    const sent = server.requests.map(({ body, headers }) => body + JSON.stringify(headers)).join('\n');
    for (const secret of Object.values(secrets)) expect(sent).not.toContain(secret);
    const [search] = only(events, 'step');
    expect(search?.arguments).toEqual({ text: secrets.address });
    expect(only(events, 'step')[1]?.answer?.text).toContain(secrets.address);
    expect(shownText(events)).toBe(
      `It came from ${secrets.address}: \`client ${secrets.address}\` [L${refusedLine}].`,
    );
    for (const { text } of only(events, 'text')) expect(text).not.toMatch(/<IP?_?\d*$/);
    expect(only(events, 'checked').at(-1)).toMatchObject({ struck: 0 });
  });

  it('shows before what is sent after', async () => {
    const { server, parts } = await askedModel(answers(told), log);
    const shielded = { ...parts, shield: new PrivacyShield() };
    const { body, promptTokens } = await payloadOf(asked, shielded);
    const events = await eventsOf(asked, shielded);
    expect(JSON.stringify(body)).toBe(server.chats[0]?.body);
    expect(only(events, 'asking')[0]?.promptTokens).toBe(promptTokens);
  });
});

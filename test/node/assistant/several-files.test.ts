import { beforeAll, describe, expect, it } from 'vitest';
import { conversationMarkdown } from '../../../src/node/assistant/conversation-markdown';
import { earlierTurn } from '../../../src/node/assistant/earlier-turn';
import type { AssistantLog, Inquiry } from '../../../src/node/assistant/investigation';
import { sentenceText } from '../../../src/protocol/sentence';
import { answers, callsTools } from '../../model-server/behaviours';
import { temporaryFolder } from '../temporary-folder';
import { analysedLogOf } from './analysed-log';
import { askedModel, eventsOf, inquiry, only } from './asked-model';
import { shopLines } from './shop-lines';
import { storedConversation, storedTurn } from './stored-turn';

const folder = temporaryFolder();
/** Two programs that write at the same time, each into its file. */
const lens = [
  '10:00:00 INFO lamp lit',
  '10:00:02 ERROR glass cracked in tower 4',
  '10:00:09 INFO keeper woke',
];
const bell = ['10:00:01 INFO rope checked', '10:00:03 WARN bell rung by storm 77', '10:00:04 INFO rope held'];
let log: AssistantLog;
beforeAll(async () => {
  log = await analysedLogOf(folder, [
    ['lens.log', [...shopLines, ...lens]],
    ['bell.log', bell],
  ]);
});

const cracked = shopLines.length + 2;
const rung = shopLines.length + lens.length + 2;
const asked: Inquiry = {
  ...inquiry,
  logName: 'lens.log + bell.log',
  files: [
    { name: 'lens.log', lines: shopLines.length + lens.length },
    { name: 'bell.log', lines: bell.length },
  ],
};

describe('of a log of several files', () => {
  it('a model is told which lines are of which file, and cites them by one number', async () => {
    const { server, parts } = await askedModel(answers('Nothing.'), log);
    await eventsOf(asked, parts);
    const sent = JSON.stringify(server.chats[0].body);
    expect(sent).toContain(
      `L${shopLines.length + lens.length + 1} to L${shopLines.length + lens.length + 3}`,
    );
    expect(sent).toContain('a higher number is no later time');
    expect(sent).toContain('file lens.log:');
  });

  it('tools give it lines below the name of their file', async () => {
    const call = callsTools([{ name: 'get_lines', arguments: { first: cracked, last: rung } }]);
    const { server, parts } = await askedModel([call, answers('Nothing.')], log);
    await eventsOf(asked, parts);
    const told = String(server.chats[1].body);
    expect(told).toContain(`file lens.log:\\nL${cracked}: ${lens[1]}`);
    expect(told).toContain(`file bell.log:\\nL${rung - 1}: ${bell[0]}`);
  });

  it('a citation is held against the record of that number, and shown by file and line', async () => {
    const own = `\`bell rung by storm 77\` [L${rung}].`;
    // As the editor shows it: the second line of its file is another line of the log.
    const byFile = '`bell rung by storm 77` [L2].';
    const { parts } = await askedModel(answers(`${own}\n\n${byFile}\n`), log);
    const checked = only(await eventsOf(asked, parts), 'checked').at(-1);
    expect(checked?.citations).toMatchObject([
      { label: 'bell.log:2', firstLine: rung, isTrue: true, note: bell[1] },
      { label: 'lens.log:2', firstLine: 2, isTrue: false },
    ]);
    expect(checked?.struck).toBe(1);
  });

  it('so is the evidence of a report, which a model is told of by its number again', async () => {
    const report = {
      summary: 'The glass cracked.',
      needsActionNow: true,
      findings: [],
      causes: [
        {
          cause: 'A storm.',
          confidence: 0.7,
          evidence: [
            { line: `L${rung}`, quote: 'storm 77' },
            { line: `L${cracked}-L${cracked + 1}`, quote: 'glass cracked' },
          ],
        },
      ],
      nextChecks: [],
    };
    const { parts } = await askedModel(answers(JSON.stringify(report)), log);
    const [told] = only(await eventsOf({ ...asked, question: '', command: 'rootcause' }, parts), 'report');
    const labels = told.report.causes[0].evidence.map(({ citation }) => citation.label);
    const glass = `lens.log:${shopLines.length + 2}–${shopLines.length + 3}`;
    expect(labels).toEqual(['bell.log:2', glass]);
    const turn = { ...storedTurn, said: '', report: told.report };
    expect(earlierTurn(turn).answer).toContain(`- \`L${rung}\` \`storm 77\``);
    expect(earlierTurn(turn).answer).toContain(`- \`L${cracked}-L${cracked + 1}\``);
  });

  it('a saved conversation names file and line', async () => {
    const { parts } = await askedModel(answers(`\`bell rung\` [L${rung}].`), log);
    const checked = only(await eventsOf(asked, parts), 'checked').at(-1);
    const { text: shown = '', citations = [], struck = 0 } = checked ?? {};
    const answer = { checked: shown, rest: '', citations, struck };
    const turns = [{ ...storedTurn, answer, report: null }];
    const markdown = conversationMarkdown(
      { ...storedConversation, turns },
      { say: sentenceText, redacted: [] },
    );
    expect(markdown).toContain('`bell rung` [`bell.log:2`].');
    expect(markdown).toContain(`- \`bell.log:2\` \`${bell[1]}\``);
    expect(markdown).not.toContain(`L${rung}`);
  });
});

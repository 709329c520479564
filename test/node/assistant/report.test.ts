import { beforeAll, describe, expect, it } from 'vitest';
import type { AssistantLog, Inquiry } from '../../../src/node/assistant/investigation';
import { PrivacyShield } from '../../../src/node/privacy/shield';
import { answers, callsTools, repliesWith } from '../../model-server/behaviours';
import { temporaryFolder } from '../temporary-folder';
import { analysedLog } from './analysed-log';
import { askedModel, eventsOf, inquiry, notices, only, shownText } from './asked-model';
import { causeLine, refusedLine, secrets, shopLines } from './shop-lines';

const folder = temporaryFolder();
let log: AssistantLog;
beforeAll(async () => {
  log = await analysedLog(folder, 'shop.log', shopLines);
});

const asked: Inquiry = { ...inquiry, question: '', command: 'rootcause' };
const report = {
  summary: 'Payments fail since the pool shrank.',
  needsActionNow: true,
  findings: [
    {
      severity: 'high',
      type: 'outage',
      detail: 'Payments are refused.',
      evidence: [{ line: `L${refusedLine}`, quote: 'connection refused by ledger' }],
    },
  ],
  causes: [
    {
      cause: 'A reload made the pool smaller.',
      confidence: 0.9,
      evidence: [{ line: `L${causeLine}`, quote: 'size set from 40 to 2' }],
    },
    { cause: 'The disk is full.', confidence: 0.2, evidence: [{ line: 'L5', quote: 'no space left' }] },
  ],
  nextChecks: ['Who reloaded the configuration?'],
};
const json = JSON.stringify(report);

describe('a root-cause report', () => {
  it.each([
    ['bare', [answers(json)], 1],
    ['in a fence with words around', [answers(`Here it is:\n\`\`\`json\n${json}\n\`\`\`\nDone.`)], 1],
    ['after tools', [callsTools([{ name: 'get_overview', arguments: {} }]), answers(json)], 2],
    ['at the second try', [answers('The pool shrank.'), answers(json)], 2],
    [
      'of a server that takes no schema',
      [
        answers('The pool shrank.'),
        repliesWith(400, { error: { message: 'response_format json_schema is not supported' } }),
        answers(json),
      ],
      3,
    ],
  ])('%s is held against the log and told whole', async (_, script, requests) => {
    const { server, parts } = await askedModel(script, log);
    const events = await eventsOf(asked, parts);
    expect(server.chats).toHaveLength(requests);
    const [told] = only(events, 'report');
    expect(told?.report).toMatchObject({
      summary: report.summary,
      struck: 1,
      causes: [{ confidence: 0.9, evidence: [{ citation: { firstLine: causeLine, isTrue: true } }] }],
    });
    expect(told?.report.causes).toHaveLength(1);
    expect(shownText(events)).toBe('');
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'done' });
  });

  it('is asked for by its schema where no tools are offered', async () => {
    const { server, parts } = await askedModel(answers(json), log);
    await eventsOf(asked, { ...parts, limits: { ...parts.limits, maxRounds: 0 } });
    expect(server.chats[0]?.json?.response_format).toMatchObject({ type: 'json_schema' });
  });

  it('that is none is shown as text, checked, and that is said', async () => {
    const text = `It was the pool: \`size set from 40 to 2\` [L${causeLine}].`;
    const { parts } = await askedModel([answers(text), answers('I cannot.')], log);
    const events = await eventsOf(asked, parts);
    expect(shownText(events)).toBe(text);
    expect(only(events, 'checked').at(-1)).toMatchObject({ struck: 0 });
    expect(notices(events).join()).toContain('no report in the form');
  });

  it('that is cut is kept as it came, and gone on with', async () => {
    const half = json.slice(0, 120);
    const cut = await askedModel(answers(half, { ends: 'cut', finish: null }), log);
    const kept = await eventsOf(asked, cut.parts);
    expect(shownText(kept)).toBe(half);
    expect(kept.at(-1)).toMatchObject({ reason: 'cut' });
    const { parts } = await askedModel(answers(json.slice(120)), log);
    expect(only(await eventsOf({ ...asked, resume: half }, parts), 'report')).toHaveLength(1);
  });

  it('has what was hidden put back into its texts', async () => {
    const { parts } = await askedModel(({ json: sent }) => {
      const [hidden = ''] = /<IP_\d+>/.exec(sent?.messages.at(-1)?.content ?? '') ?? [];
      return answers(json.replace('Payments are refused.', `Refused: ${hidden}`));
    }, log);
    const [told] = only(await eventsOf(asked, { ...parts, shield: new PrivacyShield() }), 'report');
    expect(told?.report.findings[0]?.detail).toBe(`Refused: ${secrets.address}`);
  });
});

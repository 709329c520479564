import { beforeAll, describe, expect, it } from 'vitest';
import type { AssistantLog } from '../../../src/node/assistant/investigation';
import { PrivacyShield } from '../../../src/node/privacy/shield';
import { answers, callsTools } from '../../model-server/behaviours';
import { temporaryFolder } from '../temporary-folder';
import { analysedLog } from './analysed-log';
import { askedModel, eventsOf, inquiry, shownText } from './asked-model';

const secret = 'Kestrel-4417 plus';
const lines = [
  '2026-03-01T10:00:00Z INFO shop started',
  `2026-03-01T10:00:01Z ERROR login refused {"user":"ottoline","password":"${secret}"}`,
  '2026-03-01T10:00:02Z WARN one account is locked for 60 s',
];
const folder = temporaryFolder();
let log: AssistantLog;
beforeAll(async () => {
  log = await analysedLog(folder, 'shop.log', lines);
});

/** All that left, as the server got it, and what was shown. */
async function talk(
  script: Parameters<typeof askedModel>[0],
  asked: Partial<typeof inquiry>,
  known = new PrivacyShield(),
) {
  const { server, parts } = await askedModel(script, log);
  const events = await eventsOf({ ...inquiry, ...asked }, { ...parts, shield: known });
  return { sent: server.requests.map(({ body }) => body).join('\n'), shown: shownText(events), known };
}

describe('what was put back on screen', () => {
  it('is hidden again in the turns after, where nothing around it tells what it is', async () => {
    const first = await talk(answers('<USER_1> was refused with <PASSWORD_1>.'), {});
    expect(first.shown).toBe(`ottoline was refused with ${secret}.`);
    const earlier = [{ question: 'Who is ottoline?', answer: first.shown }];
    const second = await talk(answers('Yes.'), { earlier, resume: first.shown }, first.known);
    for (const value of ['ottoline', secret]) expect(second.sent.includes(value)).toBe(false);
    expect(second.sent.includes('<USER_1> was refused with <PASSWORD_1>.')).toBe(true);
  });

  it('is hidden again by a shield that was told of it', async () => {
    const { known, shown } = await talk(answers('<USER_1> was refused.'), {});
    const anew = new PrivacyShield();
    anew.know(known.hiddenIn(shown));
    expect(await anew.redactTold(`It is ottoline: ${shown}`)).toBe('It is <USER_1>: <USER_1> was refused.');
  });

  it.each([
    ['get_session', { value: '<PASSWORD_1>' }],
    ['get_session', { value: '<PASSWORD_1> and more' }],
    ['search_log', { text: '<USER_1>' }],
    ['search_log', { regex: '(<PASSWORD_1>' }],
    ['search_log', { level: '<PASSWORD_1>' }],
    ['get_lines', { '<PASSWORD_1>': 1, first: '<PASSWORD_1>' }],
    ['compare_logs', { good: '<PASSWORD_1>' }],
    ['<PASSWORD_1>', { text: '<PASSWORD_1>' }],
  ])('is not learnt from what %s says of %j', async (name, given) => {
    const { sent } = await talk([callsTools([{ name, arguments: given }]), answers('I see.')], {});
    for (const value of ['ottoline', secret, secret.slice(0, 7)]) expect(sent.includes(value)).toBe(false);
  });
});

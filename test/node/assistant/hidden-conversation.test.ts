import { describe, expect, it } from 'vitest';
import { conversationMarkdown } from '../../../src/node/assistant/conversation-markdown';
import { hiddenConversation } from '../../../src/node/assistant/hidden-conversation';
import { PrivacyShield } from '../../../src/node/privacy/shield';
import { sentenceText } from '../../../src/protocol/sentence';
import { citation, storedConversation, storedTurn } from './stored-turn';

const secret = 'ottoline@corp.example';
const evidence = [{ citation: citation(41, true, `mail of ${secret}`), quote: `to ${secret}` }];
const turn = {
  ...storedTurn,
  question: `Why is ${secret} locked out?`,
  steps: [{ id: '1', state: 'done' as const, title: `Searched for ${secret}`, detail: secret }],
  answer: {
    ...storedTurn.answer,
    checked: `The account of ottoline was locked.\n\nIts password was \`Tr0ub4dor&3\`, its address ${secret.slice(0, 9)}`,
    rest: secret.slice(9),
    citations: evidence.map((one) => one.citation),
  },
  report: {
    ...storedTurn.report,
    summary: `Locked: ${secret}`,
    needsActionNow: true,
    findings: [{ severity: 'high' as const, type: 'lock', detail: secret, evidence }],
    causes: [{ cause: secret, confidence: 0.5, evidence }],
    nextChecks: [`Ask ${secret}`],
    struck: 0,
  },
  notices: [{ kind: 'warning' as const, text: `Not sent: ${secret}`, action: null }],
  said: secret,
  hidden: [
    { kind: 'USER', value: 'ottoline' },
    { kind: 'PASSWORD', value: 'Tr0ub4dor&3' },
  ],
};
const conversation = {
  ...storedConversation,
  title: `About ${secret}`,
  logName: `${secret} app`,
  turns: [turn],
};

describe('a conversation as others may read it', () => {
  const hidden = async () => {
    const shield = new PrivacyShield();
    shield.know(turn.hidden);
    return hiddenConversation(conversation, (text) => shield.redactTold(text));
  };

  it('holds nothing that was hidden from the model, wherever it stood', async () => {
    const told = JSON.stringify(await hidden());
    for (const value of ['ottoline', 'Tr0ub4dor', 'corp.example']) expect(told).not.toContain(value);
  });

  it('shows placeholders as text, the same for the same value', async () => {
    const text = conversationMarkdown(await hidden(), { say: sentenceText, redacted: [] });
    expect(text).toContain('# About &lt;EMAIL_1>');
    expect(text).toContain('The account of &lt;USER_1> was locked.');
    expect(text).toContain('`<PASSWORD_1>`, its address &lt;EMAIL_1>');
    expect(text).toContain('- **High** lock: &lt;EMAIL_1>');
  });

  it('is otherwise what it was', async () => {
    const { turns } = await hiddenConversation(storedConversation, async (text) => text);
    const [{ steps, said, hidden: values, ...rest }] = turns;
    expect([steps[0].detail, said, values]).toEqual(['', '', null]);
    expect(storedTurn).toMatchObject(rest);
  });
});

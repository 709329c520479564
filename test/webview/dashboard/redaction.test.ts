import { describe, expect, test } from 'vitest';
import { redactedTexts } from '../../../src/node/redacted-texts';
import { type ReportText, redactedReport } from '../../../webview/dashboard/export/redaction';

const plain = (text: string): ReportText => ({ text, before: '' });
const redacted = (...texts: readonly ReportText[]) =>
  redactedReport(texts, (asked) => redactedTexts(asked, new AbortController().signal));

describe('a redacted report', () => {
  test('hides what is known by itself, and the same behind the same placeholder', async () => {
    const [first, second, other] = await redacted(
      plain('mail to mira.k@example.org'),
      plain('mira.k@example.org, 3 times'),
      plain('pool is empty'),
    );
    expect(first).toMatch(/^mail to <[A-Z]+_1>$/);
    expect(second).toBe(`${first.slice('mail to '.length)}, 3 times`);
    expect(other).toBe('pool is empty');
  });

  test('hides a value that is a secret by its name, also where it stands without it', async () => {
    const texts = [{ text: 'Tr0ub4dor', before: 'password=' }, plain('Tr0ub4dor'), plain('always Tr0ub4dor')];
    const [cell, bar, sentence] = await redacted(...texts);
    expect(cell).toBe('<PASSWORD_1>');
    expect([bar, sentence]).toEqual([cell, `always ${cell}`]);
  });

  test('leaves a value as it is where its name says nothing', async () => {
    expect(await redacted({ text: 'Tr0ub4dor', before: 'shard=' })).toEqual(['Tr0ub4dor']);
  });

  test('knows a number of a card by its digits, wherever it stands', async () => {
    const [cell, sentence] = await redacted(
      plain('4,111,111,111,111,111'),
      plain('1 to 4,111,111,111,111,111'),
    );
    expect(cell).not.toContain('111');
    expect(sentence).toBe(`1 to ${cell}`);
  });

  test('shows nothing of a word that was cut: half a secret is known by nothing', async () => {
    expect(await redacted(plain('always mira.k@exam…'), plain('mira.k@…'))).toEqual(['always …', '…']);
  });

  test('is none where not all of it was redacted', async () => {
    await expect(redactedReport([plain('a'), plain('b')], async () => ['a'])).rejects.toThrow('Not all');
  });
});

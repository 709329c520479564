import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { formsOf, PrivacyShield } from '../../../src/node/privacy/shield';

describe('a privacy shield', () => {
  it('hides, counts and puts back for the life of a conversation', async () => {
    const shield = new PrivacyShield();
    expect(await shield.redact('from 203.0.113.9')).toBe('from <IP_1>');
    expect(await shield.redact('203.0.113.7 and 203.0.113.9')).toBe('<IP_2> and <IP_1>');
    expect([...shield.counts()]).toEqual([['IP', 2]]);
    expect(shield.restore('`<IP_2>` failed')).toBe('`203.0.113.7` failed');
    const restorer = shield.restorer();
    expect(restorer.push('<IP') + restorer.push('_1> it') + restorer.end()).toBe('203.0.113.9 it');
  });

  it('numbers placeholders in the order it was asked, however long the texts are', async () => {
    const shield = new PrivacyShield();
    const long = shield.redact(`${'nothing to hide here\n'.repeat(5000)}203.0.113.1`);
    const short = shield.redact('203.0.113.2');
    expect([(await long).endsWith('<IP_1>'), await short]).toEqual([true, '<IP_2>']);
  });

  it('lets others work while it goes over a long text', async () => {
    let turns = 0;
    let isDone = false;
    const redacting = new PrivacyShield()
      .redact('user=mira from 203.0.113.9 in 3 ms\n'.repeat(20_000))
      .then(() => {
        isDone = true;
      });
    while (!isDone) {
      turns++;
      await setImmediate();
    }
    await redacting;
    expect(turns).toBeGreaterThan(3);
  });

  it('stops with the reason it is given, and goes on with the next text', async () => {
    const shield = new PrivacyShield();
    const controller = new AbortController();
    const stopped = shield.redact('203.0.113.9\n'.repeat(100_000), controller.signal);
    controller.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
    expect(await shield.redact('mira@example.org')).toBe('<EMAIL_1>');
  });

  it('knows a reader’s own patterns and names those that are none', async () => {
    const { forms, problems } = await formsOf([
      { name: 'staff', pattern: 'S-[0-9]+' },
      { name: 'broken', pattern: '(' },
    ]);
    expect(await new PrivacyShield(forms).redact('S-12 left')).toBe('<STAFF_1> left');
    expect(problems.map(({ values }) => values[0])).toEqual(['broken']);
  });
});

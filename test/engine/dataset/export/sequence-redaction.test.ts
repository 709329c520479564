import { describe, expect, test } from 'vitest';
import { SequenceRedaction } from '../../../../src/engine/dataset/export/sequence-redaction';
import type { DatasetSequence } from '../../../../src/engine/dataset/sequence';

function sequenceOf(texts: readonly string[], more: Partial<DatasetSequence> = {}): DatasetSequence {
  const records = texts.map((text, i) => ({
    ...{ text, line: i + 1, level: 'info' as const, time: null },
    ...{ templateId: 1, template: 'call from <ip>' },
  }));
  return {
    ...{ id: 'a.log:1-2', label: 'normal', category: null, reasons: [], records, session: null },
    ...{ start: null, end: null, source: 'a.log' },
    ...more,
  };
}

interface Case {
  readonly says: string;
  readonly texts: readonly string[];
  readonly written: readonly string[];
}

const key = [
  '-----BEGIN RSA PRIVATE KEY-----',
  `${'bGFudGVybg'.repeat(6)}abcd`,
  '-----END RSA PRIVATE KEY-----',
];

const cases: readonly Case[] = [
  { says: 'what is no secret stays', texts: ['took 17 ms'], written: ['took 17 ms'] },
  {
    says: 'the same secret has the same placeholder in all records of a sequence',
    texts: ['call from 203.0.113.9', 'call from 203.0.113.8', 'again 203.0.113.9'],
    written: ['call from <IP_1>', 'call from <IP_2>', 'again <IP_1>'],
  },
  {
    says: 'a private key through several records is one',
    texts: ['loading', `read ${key[0]}`, key[1], `${key[2]} done`],
    written: ['loading', 'read <KEY_1>', '<KEY_1>', '<KEY_1> done'],
  },
  {
    says: 'what looks like a placeholder is none of ours',
    texts: ['wrote <IP_1>', 'call from 203.0.113.9'],
    written: ['wrote <TEXT_1>', 'call from <IP_1>'],
  },
];

describe('masking a sequence', () => {
  test.each(cases)('$says', ({ texts, written }) => {
    const { records } = new SequenceRedaction().of(sequenceOf(texts), '');
    expect(records.map(({ text }) => text)).toEqual(written);
  });

  test('numbers begin anew with each sequence, and each secret counts once in each', () => {
    const redaction = new SequenceRedaction();
    const one = sequenceOf(['from 203.0.113.9', 'from 203.0.113.9']);
    const other = sequenceOf(['from 203.0.113.7']);
    const texts = [one, other].map((sequence) => redaction.of(sequence, '').records[0].text);
    expect(texts).toEqual(['from <IP_1>', 'from <IP_1>']);
    expect([...redaction.masked]).toEqual([['IP', 2]]);
  });

  test('reasons, the session and the name of the log are masked as the lines are', () => {
    const source = 'ana@example.org.log';
    const masked = new SequenceRedaction().of(
      sequenceOf(['mail to ana@example.org'], {
        ...{ source, id: `${source}:1-1`, session: 'ana@example.org' },
        reasons: ['ana@example.org never came before.'],
      }),
      'customer',
    );
    expect(masked).toMatchObject({ session: '<EMAIL_1>', reasons: ['<EMAIL_1> never came before.'] });
    expect(masked.id).not.toContain('ana@');
    expect(masked.source).not.toContain('ana@');
  });

  test('a category in own words is masked, and two names stay two', () => {
    const redaction = new SequenceRedaction();
    const maskedOf = (category: string, source: string) => {
      const open = sequenceOf(['ok'], { category, source, id: `${source}:1-1` });
      const { category: told, id } = redaction.of(open, '');
      return [told, id];
    };
    expect(maskedOf('ticket of ana@example.org', '203.0.113.9.log')).toEqual([
      'ticket of <EMAIL_1>',
      '<IP_1>.log:1-1',
    ]);
    expect(maskedOf('ticket of bo@example.org', '203.0.113.8.log')).toEqual([
      'ticket of <EMAIL_2>',
      '<IP_2>.log:1-1',
    ]);
    expect(maskedOf('database', 'a.log')).toEqual(['database', 'a.log:1-1']);
  });
});

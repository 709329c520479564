import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf, ownForms } from '../../../src/engine/redact/own-patterns';
import { Redactor } from '../../../src/engine/redact/redactor';

describe('a reader’s own patterns', () => {
  it('hide what they match, under the name they were given', async () => {
    const { forms, problems } = await ownForms([
      { name: 'Staff no.', pattern: 'S-[0-9]{4}' },
      { name: '', pattern: '(?i)project kestrel' },
    ]);
    expect(problems).toEqual([]);
    const redactor = new Redactor(forms);
    const line = 'S-1234 and S-9876 of Project Kestrel at 203.0.113.9, S-1234 again';
    const redacted = redactor.redact(line);
    expect(redacted).toBe('<STAFF_NO_1> and <STAFF_NO_2> of <CUSTOM_2_1> at <IP_1>, <STAFF_NO_1> again');
    expect(redactor.restore(redacted)).toBe(line);
  });

  it.each(['(', '(?<=a)b', ''])(
    'that are none (%s) are named with their cure, and the others are used',
    async (pattern) => {
      const { forms, problems } = await ownForms([
        { name: 'broken', pattern },
        { name: 'good', pattern: 'x+' },
      ]);
      expect(forms).toHaveLength(1);
      expect(problems).toHaveLength(1);
      expect(problems[0].values[0]).toBe('broken');
      expect(problems[0].pattern).toContain('oddline.privacy.patterns');
    },
  );

  it.each([
    ['Staff no.', 'STAFF_NO'],
    ['7 of 9', 'OF_9'],
    ['工号', 'CUSTOM_3'],
    ['', 'CUSTOM_3'],
  ])('named %j give placeholders of %s', (name, kind) => {
    expect(kindOf(name, 3)).toBe(kind);
  });

  it('that match nothing or anything leave text that can be restored', async () => {
    const { forms } = await ownForms([{ name: 'any', pattern: '[a-c_<>0-9]*' }]);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '<IP_1>', 'IP_2', '\n'), (one, other) => {
        const redactor = new Redactor(forms);
        const text = one + other + one;
        expect(redactor.restore(redactor.redact(text))).toBe(text);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aftermath,
  failures,
  strain,
} from '../../../../src/engine/dataset/generator/sequences/fault-phrases';
import { faults } from '../../../../src/engine/dataset/generator/sequences/faults';
import {
  generateSequences,
  type SequenceOptions,
} from '../../../../src/engine/dataset/generator/sequences/generate-sequences';
import { generatedLog } from '../../../../src/engine/dataset/generator/sequences/generated-log';
import { logLanguages, type Phrase } from '../../../../src/engine/dataset/generator/sequences/phrase';
import { work } from '../../../../src/engine/dataset/generator/sequences/work-phrases';
import { categories } from '../../../../src/engine/model/finding';

const usual: SequenceOptions = { seed: 1, count: 60, language: 'en', services: 8, anomalies: 0.5 };
const anyOptions: fc.Arbitrary<SequenceOptions> = fc.record({
  seed: fc.integer(),
  count: fc.integer({ min: 1, max: 60 }),
  language: fc.constantFrom(...logLanguages),
  services: fc.integer({ min: 5, max: 10 }),
  anomalies: fc.double({ min: 0, max: 1, noNaN: true }),
});

type Sequences = ReturnType<typeof generateSequences>;

function always(claim: (sequences: Sequences, options: SequenceOptions) => void): void {
  fc.assert(
    fc.property(anyOptions, (options) => claim(generateSequences(options), options)),
    { numRuns: 60 },
  );
}

function millisecondsBetween(first: { time?: string | null }, last: { time?: string | null }): number {
  return Number((BigInt(last.time!) - BigInt(first.time!)) / 1_000_000n);
}

const header =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (?:DEBUG|INFO |WARN |ERROR|FATAL) \[[a-z]+\] \[req-[0-9a-f]{12}\] (\S.*)$/;

describe('any generated sequences', () => {
  it('have 6 to 15 records of one request, in order of time, all places filled', () => {
    always((sequences) => {
      for (const { records, session } of sequences) {
        expect(records.length).toBeGreaterThanOrEqual(6);
        expect(records.length).toBeLessThanOrEqual(15);
        const times = records.map(({ time }) => BigInt(time!));
        expect(times).toEqual(times.toSorted((a, b) => (a < b ? -1 : 1)));
        for (const { text } of records) {
          expect(text).toMatch(header);
          expect(text).not.toMatch(/[{}]/);
          expect(text).toContain(`[${session}]`);
        }
      }
    });
  });

  it('are anomalous as often as asked, every category as often as any other', () => {
    always((sequences, { count, anomalies }) => {
      const anomalous = sequences.filter(({ label }) => label === 'anomalous');
      expect(anomalous).toHaveLength(Math.round(count * anomalies));
      const counts = categories.map((one) => anomalous.filter(({ category }) => category === one).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    });
  });

  it('tell of every anomaly its category, its reasons and the records that show it; of normal ones no sign', () => {
    always((sequences) => {
      for (const { label, category, fault, reasons, signs, records } of sequences) {
        expect([category === null, fault === null]).toEqual([label === 'normal', label === 'normal']);
        if (label === 'normal') expect(signs).toEqual([]);
        else expect(signs.length).toBeGreaterThanOrEqual(2);
        for (const sign of signs) expect(['warn', 'error']).toContain(records[sign].level);
        if (label === 'anomalous') expect(reasons).toHaveLength(2);
        for (const reason of reasons) expect(reason).toMatch(/^[^{}]+[.。]$/);
      }
    });
  });

  it('tell of waits that lie between their times', () => {
    always((sequences) => {
      for (const { records } of sequences)
        for (const [at, { text }] of records.entries()) {
          const told = /(\d+) (?:ms|毫秒)/.exec(text);
          if (told === null) continue;
          // A warning that the wait goes on does not end it.
          const begun = [0, at - 1, ...(records[at - 1].level === 'warn' ? [at - 2] : [])];
          const waits = begun.map((before) => millisecondsBetween(records[before], records[at]));
          expect(waits, text).toContain(Number(told[1]));
        }
    });
  });

  it('are lines of one log, which tells the same', () => {
    always((sequences) => {
      const { text, labels } = generatedLog(sequences);
      const lines = text.trimEnd().split('\n');
      const times = lines.map((line) => line.slice(0, 24));
      expect(times).toEqual(times.toSorted());
      const records = sequences.flatMap((sequence) => sequence.records);
      expect(records).toHaveLength(lines.length);
      for (const record of records) expect(lines[record.line - 1]).toBe(record.text);
      const signs = sequences.flatMap(({ signs: own, records: all }) => own.map((sign) => all[sign].line));
      expect(labels.map(({ line }) => line)).toEqual(signs.toSorted((a, b) => a - b));
    });
  });

  it('have unique ids, and one id a template', () => {
    always((sequences) => {
      expect(new Set(sequences.map(({ id }) => id)).size).toBe(sequences.length);
      const pairs = new Set<string>();
      const records = sequences.flatMap((sequence) => sequence.records);
      for (const { templateId, template } of records) pairs.add(`${templateId} ${template}`);
      expect(new Set(records.map(({ templateId }) => templateId)).size).toBe(pairs.size);
      expect(new Set(records.map(({ template }) => template)).size).toBe(pairs.size);
    });
  });
});

describe('generated sequences', () => {
  it('are the same for the same options, and others for another seed', () => {
    expect(generateSequences(usual)).toEqual(generateSequences(usual));
    expect(generateSequences(usual)).not.toEqual(generateSequences({ ...usual, seed: 2 }));
  });

  it('hold all kinds of faults, and no template sequence twice', () => {
    const sequences = generateSequences({ ...usual, count: 600 });
    const kinds = new Set(sequences.flatMap(({ fault }) => fault ?? []));
    expect([...kinds].sort()).toEqual(faults.map(({ name }) => name).sort());
    const shapes = sequences.map(({ records }) => records.map(({ templateId }) => templateId).join(' '));
    expect(new Set(shapes).size).toBe(sequences.length);
  });

  it('of normal requests hold warnings and errors, too: a level alone tells nothing', () => {
    const normal = generateSequences({ ...usual, count: 200 }).filter(({ label }) => label === 'normal');
    for (const wanted of ['warn', 'error'])
      expect(normal.some(({ records }) => records.some(({ level }) => level === wanted))).toBe(true);
  });

  const services = (count: number) => {
    const sequences = generateSequences({ ...usual, services: count, count: 400 });
    const texts = sequences.flatMap(({ records }) => records.map(({ text }) => text));
    return new Set(texts.map((text) => /\[([a-z]+)\]/.exec(text)![1]));
  };

  it.each([5, 6, 7, 8, 9, 10])('are written by %i services', (count) => {
    expect(services(count).size).toBe(count);
  });

  it('are in the language asked for', () => {
    const message = (text: string) => header.exec(text)![1];
    for (const { records } of generateSequences({ ...usual, language: 'zh' }))
      expect(records.some(({ text }) => /\p{Script=Han}/u.test(message(text)))).toBe(true);
    for (const { records, reasons } of generateSequences(usual))
      expect([...records.map(({ text }) => text), ...reasons].join()).toMatch(/^[ -~]+$/);
  });

  it.each([
    { count: 0 },
    { count: 1.5 },
    { services: 4 },
    { services: 11 },
    { anomalies: -0.1 },
    { anomalies: Number.NaN },
  ])('are refused of %o', (wrong) => {
    expect(() => generateSequences({ ...usual, ...wrong })).toThrow(RangeError);
  });
});

describe('phrases', () => {
  const phrases: readonly Phrase[] = [
    ...[work, aftermath, strain, failures].flatMap((table) => Object.values(table)),
    ...faults.flatMap((fault) => fault.failures.map(({ reason }) => reason)),
  ];

  it('are as many in one language as in the other, and no two the same', () => {
    for (const { en, zh } of phrases) expect(zh).toHaveLength(en.length);
    for (const language of logLanguages) {
      const wordings = phrases.flatMap((phrase) => phrase[language]);
      expect(wordings.filter((wording, at) => wordings.indexOf(wording) !== at)).toEqual([]);
    }
  });

  it('are Chinese where they should be', () => {
    for (const { zh } of phrases) for (const wording of zh) expect(wording).toMatch(/\p{Script=Han}|^\{/u);
  });
});

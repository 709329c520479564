import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { textOfCell } from '../../../../src/engine/dataset/formats/csv-cells';
import type { DatasetExample, DatasetFormat } from '../../../../src/engine/dataset/formats/format';
import { datasetFormats } from '../../../../src/engine/dataset/formats/formats';
import { timeOfWritten } from '../../../../src/engine/dataset/formats/written-time';
import { chineseInstructions } from '../../../../src/engine/dataset/instructions/chinese';
import { englishInstructions } from '../../../../src/engine/dataset/instructions/english';
import { joinedRecords, Prompts } from '../../../../src/engine/dataset/instructions/prompts';
import type { DatasetSequence } from '../../../../src/engine/dataset/sequence';
import { hostileSequences, stored } from '../hostile-sequences';
import { readBack, settings, written } from '../read-back';

const formatOf = (name: string): DatasetFormat => datasetFormats.find((one) => one.name === name)!;
const texts = ({ records }: DatasetSequence) => records.map(({ text }) => stored(text));
const category = (sequence: DatasetSequence) =>
  sequence.category === null ? null : stored(sequence.category);

type Held = (sequence: DatasetSequence, prompts: Prompts) => Partial<DatasetExample>;

/** What a format holds of a sequence, and so what must come back. */
const asked =
  (roleOf: (prompts: ReturnType<Prompts['of']>) => string[]): Held =>
  (sequence, prompts) => {
    const prompt = prompts.of(sequence);
    const [instruction, input] = [stored(prompt.instruction), stored(prompt.input)];
    const said =
      input === ''
        ? { context: roleOf(prompt), texts: [instruction] }
        : { context: [...roleOf(prompt), instruction], texts: [input] };
    return { ...said, answer: stored(prompt.output), label: sequence.label };
  };

const held: Readonly<Record<string, Held>> = {
  alpaca: asked(() => []),
  sharegpt: asked(({ system }) => [system]),
  openai: asked(({ system }) => [system]),
  sequence: (one) => ({ id: stored(one.id), label: one.label, texts: texts(one) }),
  classification: (one) => ({
    id: stored(one.id),
    label: one.label,
    category: category(one),
    texts: [stored(joinedRecords(one))],
  }),
  'chinese-labels': (one) => ({ label: one.label, texts: [stored(joinedRecords(one))] }),
  records: (one) => ({ id: stored(one.id), label: one.label, category: category(one), texts: texts(one) }),
  features: (one) => ({ id: stored(one.id), label: one.label, category: category(one) }),
};

/** A row each of them counts many sequences: what comes back is told below. */
const counting = ['templates'];

it('every format is written and read here', () => {
  expect([...Object.keys(held), ...counting].sort()).toEqual(datasetFormats.map(({ name }) => name).sort());
});

describe('written, stored as UTF-8 and read, a file gives back its sequences', () => {
  it.each(Object.keys(held))('%s', (name) => {
    fc.assert(
      fc.property(
        hostileSequences,
        fc.constantFrom(englishInstructions, chineseInstructions),
        (sequences, instructions) => {
          const prompts = new Prompts(instructions);
          const back = readBack(written(formatOf(name), sequences, { ...settings, instructions }));
          const kept = name === 'records' ? sequences.filter(({ records }) => records.length > 0) : sequences;
          expect(back.problems).toEqual([]);
          expect(back.examples).toMatchObject(kept.map((one) => held[name](one, prompts)));
          expect(back.examples).toHaveLength(kept.length);
        },
      ),
    );
  });
});

describe('every format', () => {
  it.each(datasetFormats.map((format) => ({ name: format.name, format })))(
    '$name is recognised by what it writes',
    ({ format }) => {
      fc.assert(
        fc.property(
          hostileSequences.filter((all) => all.length > 0),
          (sequences) => {
            expect(readBack(written(format, sequences)).format).toBe(format);
          },
        ),
      );
    },
  );

  it.each(
    datasetFormats
      .filter(({ ending }) => ending === 'jsonl')
      .map((format) => ({ name: format.name, format })),
  )('$name is one line a sequence to whoever cuts lines as Unicode says', ({ format }) => {
    fc.assert(
      fc.property(hostileSequences, (sequences) => {
        const lines = written(format, sequences).split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);
        expect(lines.filter((line) => line !== '')).toHaveLength(sequences.length);
      }),
    );
  });
});

type Row = Readonly<Record<string, string>>;

/** Read by papaparse alone. */
function rowsOf(text: string): Row[] {
  return Papa.parse<Row>(text.replace(/\n$/, ''), { header: true, delimiter: ',', newline: '\n' }).data;
}

describe('tables', () => {
  it('hold every field of every record', () => {
    fc.assert(
      fc.property(hostileSequences, (sequences) => {
        const rows = rowsOf(written(formatOf('records'), sequences));
        const wanted = sequences.flatMap((sequence) =>
          sequence.records.map((record) => ({
            source: sequence.source,
            session: stored(sequence.session ?? ''),
            line: record.line,
            time: record.time,
            level: record.level,
            template_id: record.templateId,
            template: stored(record.template),
            text: stored(record.text),
            reasons: stored(sequence.reasons.join(' ')),
          })),
        );
        const found = rows.map((row) => ({
          source: textOfCell(row.source),
          session: textOfCell(row.session),
          line: Number(row.line),
          time: row.time === '' ? null : timeOfWritten(row.time),
          level: row.level,
          template_id: Number(row.template_id),
          template: textOfCell(row.template),
          text: textOfCell(row.text),
          reasons: textOfCell(row.reasons),
        }));
        expect(found).toEqual(wanted);
      }),
    );
  });

  it('have no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(hostileSequences, (sequences) => {
        for (const name of ['records', 'templates', 'features']) {
          const rows = rowsOf(written(formatOf(name), sequences));
          const cells = rows
            .flatMap((row) => Object.values(row))
            .filter((cell) => !/^-?[\d.e+-]+$/.test(cell));
          expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
        }
      }),
    );
  });

  it('count templates by label', () => {
    fc.assert(
      fc.property(hostileSequences, (sequences) => {
        const rows = rowsOf(written(formatOf('templates'), sequences));
        const count = (label: string, id: string) =>
          sequences
            .filter((one) => one.label === label)
            .flatMap(({ records }) => records)
            .filter(({ templateId }) => String(templateId) === id).length;
        for (const { template_id: id, records, normal, anomalous } of rows) {
          expect({ normal: Number(normal), anomalous: Number(anomalous) }).toEqual({
            normal: count('normal', id),
            anomalous: count('anomalous', id),
          });
          expect(Number(records)).toBe(Number(normal) + Number(anomalous));
        }
        const all = sequences.flatMap(({ records }) => records);
        const wanted = [...new Set(all.map(({ templateId }) => templateId))].sort((a, b) => a - b);
        expect(rows.map(({ template_id: id }) => Number(id))).toEqual(wanted);
        const told = wanted.map((id) =>
          stored(all.find(({ templateId }) => templateId === id)?.template ?? ''),
        );
        expect(rows.map(({ template }) => textOfCell(template))).toEqual(told);
        const back = readBack(written(formatOf('templates'), sequences));
        expect(back.problems).toEqual([]);
        expect(back.examples.map(({ texts: [text] }) => text)).toEqual(told);
      }),
    );
  });

  it('of features count each record by its template, once', () => {
    fc.assert(
      fc.property(hostileSequences, (sequences) => {
        const rows = rowsOf(written(formatOf('features'), sequences));
        const ids = settings.templates.map(({ templateId }) => templateId);
        const found = rows.map((row) => ({
          length: Number(row.length),
          errors: Number(row.errors),
          counts: ids.map((id) => Number(row[`template_${id}`])),
          others: Number(row.other_templates),
        }));
        const wanted = sequences.map(({ records }) => ({
          length: records.length,
          errors: records.filter(({ level }) => level === 'error' || level === 'fatal').length,
          counts: ids.map((id) => records.filter(({ templateId }) => templateId === id).length),
          others: records.filter(({ templateId }) => !ids.includes(templateId)).length,
        }));
        expect(found).toEqual(wanted);
      }),
    );
  });
});

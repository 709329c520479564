import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DatasetCheck } from '../../../../src/engine/dataset/check/dataset-check';
import { writtenTokens } from '../../../../src/engine/dataset/check/example-tokens';
import { datasetFormats } from '../../../../src/engine/dataset/formats/formats';
import { chineseInstructions } from '../../../../src/engine/dataset/instructions/chinese';
import { englishInstructions } from '../../../../src/engine/dataset/instructions/english';
import { hostileSequence } from '../hostile-sequences';

/** Of these the check reads a text. */
const read = datasetFormats.filter(({ name }) => name !== 'templates' && name !== 'features');

it.each(read.map((format) => [format.name, format] as const))(
  'are counted before they are written as whoever checks the file counts them: %s',
  (_, format) => {
    fc.assert(
      fc.property(hostileSequence, fc.boolean(), (sequence, isChinese) => {
        const instructions = isChinese ? chineseInstructions : englishInstructions;
        const settings = { instructions, templates: [] };
        const writer = format.writer(settings);
        const text = writer.head() + writer.write(sequence) + writer.end();
        const check = new DatasetCheck(1_000_000);
        const file = check.begin('train');
        for (const line of text.split('\n').slice(0, -1)) file.push(line);
        file.end();
        const { files, issues } = check.report();
        fc.pre(!issues.some(({ kind }) => kind === 'empty'));
        expect(files[0].longest).toBe(writtenTokens(format, settings)(sequence));
      }),
      { numRuns: 60 },
    );
  },
);

import { describe, expect, it } from 'vitest';
import { type DatasetArguments, datasetWishes } from '../../src/cli/commands/dataset-wishes';
import { UsageError } from '../../src/cli/usage-error';
import { datasetFormats } from '../../src/engine/dataset/formats/formats';

describe('what generate is asked for', () => {
  it.each(datasetFormats.map(({ name }) => name))('may be %s', (format) => {
    const { parts, command } = datasetWishes({ sequences: '10', format });
    expect(parts).toEqual([{ folder: '', output: expect.objectContaining({ name: format }), subset: null }]);
    expect(command.join(' ')).toBe(
      `--sequences 10 --format ${format} --anomalies 0.3 --language en --services 8 --seed 1`,
    );
  });

  it.each<DatasetArguments>([
    { sequences: '0' },
    { sequences: '100001' },
    { sequences: '1e3x' },
    { sequences: '10', format: 'parquet' },
    { sequences: '10', language: 'de' },
    { sequences: '10', services: '4' },
    { sequences: '10', services: '5.5' },
    { sequences: '10', anomalies: '1.2' },
    { sequences: '10', anomalies: ' ' },
    { sequences: '10', seed: '-1' },
    { preset: 'thesis' },
    { preset: 'study', sequences: '10' },
    { preset: 'study', anomalies: '0.5' },
    { preset: 'study', format: 'records' },
  ])('cannot be %o', (args) => {
    expect(() => datasetWishes(args)).toThrow(UsageError);
  });

  it('of the study tells which format the instructions have', () => {
    const { parts, options } = datasetWishes({
      preset: 'study',
      format: 'sharegpt',
      language: 'zh',
      seed: '9',
    });
    expect(parts.map(({ folder, subset }) => [folder, subset?.count ?? null])).toEqual([
      ['sequences/', null],
      ['classification/', 4_500],
      ['instructions/', 2_000],
    ]);
    expect(options).toEqual({ seed: 9, language: 'zh', services: 8, count: 8_000, anomalies: 0.5 });
  });
});

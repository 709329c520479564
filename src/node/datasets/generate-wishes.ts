import type { DatasetFormat } from '../../engine/dataset/formats/format';
import { datasetFormats } from '../../engine/dataset/formats/formats';
import type { SequenceOptions } from '../../engine/dataset/generator/sequences/generate-sequences';
import { study } from '../../engine/dataset/generator/sequences/study';
import type { GeneratedPart } from './generate-dataset';

type CommonOptions = Pick<SequenceOptions, 'seed' | 'language' | 'services'>;

/** What is generated, and what makes it again. */
export interface GeneratePlan {
  readonly options: SequenceOptions;
  readonly parts: readonly GeneratedPart[];
  readonly preset: string | null;
  /** Everything told; without the folder. */
  readonly command: readonly string[];
}

/** So many sequences in one format; `log` is the whole log. Throws RangeError where no format is called so. */
export function sequencesPlan(options: SequenceOptions, output: string): GeneratePlan {
  const { count, anomalies } = options;
  const command = ['--sequences', String(count), '--format', output, '--anomalies', String(anomalies)];
  const part = {
    folder: '',
    output: output === 'log' ? output : formatCalled(output),
    subset: null,
  } as const;
  return { options, parts: [part], preset: null, command: [...command, ...commonCommand(options)] };
}

/** Three sets of the same sequences. `instructions`: the format of the third. Throws RangeError where no format is called so. */
export function studyPlan(common: CommonOptions, instructions: string): GeneratePlan {
  const options = { ...common, count: study.sequences, anomalies: study.anomalies };
  const parts = [
    { folder: 'sequences/', output: formatCalled('sequence'), subset: null },
    { folder: 'classification/', output: formatCalled('classification'), subset: study.classified },
    { folder: 'instructions/', output: formatCalled(instructions), subset: study.instructions },
  ];
  const command = ['--preset', 'study', '--format', instructions, ...commonCommand(options)];
  return { options, parts, preset: 'study', command };
}

export function formatCalled(name: string): DatasetFormat {
  const format = datasetFormats.find((one) => one.name === name);
  if (format === undefined) throw new RangeError(`No format is called ${name}`);
  return format;
}

function commonCommand({ language, services, seed }: CommonOptions): string[] {
  return ['--language', language, '--services', String(services), '--seed', String(seed)];
}

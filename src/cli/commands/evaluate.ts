import { goodPaths } from '../../node/baselines/good-paths';
import { type EvaluatedLog, evaluateLabelledLog } from '../../node/evaluate-log';
import { evaluateSequenceFiles } from '../../node/evaluate-sequences';
import { openLogFile } from '../../node/files/log-file';
import { taughtLabels } from '../../node/store/labels';
import { encodingOf } from '../encoding-option';
import { logEvaluationJson, sequenceEvaluationJson } from '../output/evaluate-json';
import { logEvaluationText, sequenceEvaluationText } from '../output/evaluate-text';
import { parseArguments } from '../parse-arguments';
import { oneOf, UsageError } from '../usage-error';
import { segmentsOf, workersOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { evaluateUsage } from './evaluate-usage';
import { storedFormats } from './format-rules';
import { openLogs } from './open-logs';
import { storedLabels } from './stored-labels';
import { noteRuleProblems, storedRules } from './stored-rules';
import { storedWeights } from './stored-weights';
import { storedCorrections } from './template-corrections';

const options = {
  train: { type: 'string' },
  test: { type: 'string' },
  labels: { type: 'string' },
  baseline: { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', default: 'text' },
  encoding: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
  workers: { type: 'string' },
} as const;

interface Sequences {
  readonly train: string;
  readonly test: string;
}

interface LabelledLog {
  readonly path: string;
  readonly labels: string;
  readonly baselines: readonly string[];
  readonly encoding: string | undefined;
  readonly heedsStore: boolean;
  readonly workers: number;
}

type Wishes = { readonly format: 'text' | 'json' } & (
  | { readonly sequences: Sequences; readonly log?: never }
  | { readonly log: LabelledLog; readonly sequences?: never }
);

export const evaluate: Command = {
  name: 'evaluate',
  summary: { pattern: 'Measure what is found against what is known', values: [] },
  synopsis: 'oddline evaluate --train FILE --test FILE | FILE --labels FILE [options]',
  usage: evaluateUsage,
  async run(args, surroundings) {
    const { format, sequences, log } = wishesOf(args);
    if (sequences) await showSequences(sequences, format, surroundings);
    else await showLog(log, format, surroundings);
    return 0;
  },
};

function wishesOf(args: string[]): Wishes {
  const { values, positionals } = parseArguments('evaluate', args, options);
  const { train, test, labels } = values;
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (train !== undefined && test !== undefined && labels === undefined && positionals.length === 0)
    return { format, sequences: { train, test } };
  if (train !== undefined || test !== undefined || labels === undefined || positionals.length !== 1) {
    throw new UsageError({
      pattern: '{0} takes either {1} for sequences, or {2} for the lines of one log. See "{3}".',
      values: ['evaluate', '--train FILE --test FILE', 'FILE --labels FILE', 'oddline evaluate --help'],
    });
  }
  const log: LabelledLog = {
    path: positionals[0],
    labels,
    baselines: values.baseline,
    encoding: values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding),
    heedsStore: !values['no-store'],
    workers: workersOf(values.workers),
  };
  return { format, log };
}

async function showSequences(
  { train, test }: Sequences,
  format: Wishes['format'],
  surroundings: Surroundings,
): Promise<void> {
  const evaluated = await evaluateSequenceFiles(train, test);
  const { out } = surroundings;
  if (format === 'json') await out.writeAll(sequenceEvaluationJson(evaluated));
  else await out.write(sequenceEvaluationText(evaluated, surroundings));
}

async function showLog(
  log: LabelledLog,
  format: Wishes['format'],
  surroundings: Surroundings,
): Promise<void> {
  const evaluated = await evaluatedLog(log, surroundings);
  noteRuleProblems(evaluated.analysis, surroundings);
  const text = format === 'json' ? logEvaluationJson(evaluated) : logEvaluationText(evaluated, surroundings);
  await surroundings.out.write(text);
}

async function evaluatedLog(wishes: LabelledLog, surroundings: Surroundings): Promise<EvaluatedLog> {
  const { path, baselines, encoding, heedsStore } = wishes;
  const logs = await openLogs([path], encoding, surroundings);
  const good = await goodPaths(baselines);
  const opening = good.logs.map((name) => openLogFile(name, { encoding, converts: true }));
  const files = heedsStore ? [path, ...good.logs] : [];
  try {
    return await evaluateLabelledLog(
      {
        logs,
        baselines: await Promise.all(opening.map((one) => surroundings.opened.keep(one))),
        learned: good.baseline,
        templateCorrections: heedsStore ? await storedCorrections([path], surroundings) : [],
        rules: heedsStore ? await storedRules([path]) : [],
        labels: taughtLabels(heedsStore ? await storedLabels([path], surroundings) : []),
        weights: heedsStore ? await storedWeights([path], surroundings) : null,
        formatCorrections: await storedFormats(files, surroundings),
        segments: segmentsOf(wishes.workers, surroundings),
        onProgress: (snapshot) => surroundings.progress.show(snapshot),
      },
      wishes.labels,
    );
  } finally {
    surroundings.progress.clear();
  }
}

import { basename, join, resolve } from 'node:path';
import type { Answerer } from '../../node/model-evaluation/answerer';
import { chatAnswerer } from '../../node/model-evaluation/chat-answerer';
import { classifierAnswerer } from '../../node/model-evaluation/classifier-answerer';
import { evaluateModel as evaluate, evaluationFiles } from '../../node/model-evaluation/evaluate-model';
import type { EvaluatedModel } from '../../node/model-evaluation/evaluated-model';
import { usualCategories } from '../../node/model-evaluation/read-examples';
import { readPolicy } from '../../node/policy/read-policy';
import { redactionFor } from '../../node/policy/redaction';
import { PrivacyShield } from '../../node/privacy/shield';
import { loadClassifier } from '../../node/semantic/classifier';
import { chosenModel, type ModelWish } from '../assistant/chosen-model';
import { toldModelError } from '../assistant/told-model-error';
import { evaluateModelJson } from '../output/evaluate-model-json';
import { evaluateModelText } from '../output/evaluate-model-text';
import { parseArguments } from '../parse-arguments';
import { ownForms } from '../privacy-patterns';
import { countOf, oneOf, UsageError } from '../usage-error';
import type { Command, Surroundings } from './command';
import { evaluateModelUsage } from './evaluate-model-usage';

const options = {
  data: { type: 'string' },
  endpoint: { type: 'string' },
  model: { type: 'string' },
  'key-from': { type: 'string' },
  onnx: { type: 'string' },
  limit: { type: 'string' },
  language: { type: 'string', default: 'en' },
  'no-redact': { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
} as const;

interface Wishes {
  readonly data: string;
  readonly judge:
    | { readonly kind: 'served'; readonly wish: ModelWish }
    | { readonly kind: 'onnx'; readonly folder: string };
  readonly limit: number | null;
  readonly language: 'en' | 'zh';
  readonly redacts: boolean;
  readonly format: 'text' | 'json';
}

export const evaluateModel: Command = {
  name: 'evaluate-model',
  summary: { pattern: 'Measure a fine-tuned model on the test split of a data set', values: [] },
  synopsis: 'oddline evaluate-model --data FOLDER --endpoint URL [--model NAME] | --onnx FOLDER [options]',
  usage: evaluateModelUsage,
  async run(args, surroundings) {
    const wishes = wishesOf(args);
    try {
      const evaluated = await measured(wishes, surroundings);
      surroundings.progress.clear();
      await show(wishes, evaluated, surroundings);
    } catch (error) {
      throw toldModelError(error);
    } finally {
      surroundings.progress.clear();
    }
    return 0;
  },
};

function wishesOf(args: string[]): Wishes {
  const { values, positionals } = parseArguments('evaluate-model', args, options);
  const { data, endpoint, onnx, limit } = values;
  if (data === undefined || (endpoint === undefined) === (onnx === undefined) || positionals.length > 0) {
    throw new UsageError({
      pattern: '{0} takes a data set ({1}), and either a server to ask ({2}) or a classifier ({3}).',
      values: ['evaluate-model', '--data FOLDER', '--endpoint URL', '--onnx FOLDER'],
    });
  }
  return {
    data,
    judge:
      onnx === undefined
        ? {
            kind: 'served',
            wish: { endpoint: endpoint ?? '', model: values.model, keyFrom: values['key-from'] },
          }
        : { kind: 'onnx', folder: onnx },
    limit: limit === undefined ? null : countOf('--limit', limit),
    language: oneOf('--language', values.language, ['en', 'zh']),
    redacts: !values['no-redact'],
    format: oneOf('--format', values.format, ['text', 'json']),
  };
}

/** Ended by Ctrl+C as any program is: nothing is written but the result. */
async function measured(wishes: Wishes, surroundings: Surroundings): Promise<EvaluatedModel> {
  const { signal } = new AbortController();
  await evaluationFiles(wishes.data);
  const { answerer, dispose } = await answererOf(wishes, surroundings, signal);
  const { data, limit, language } = wishes;
  try {
    return await evaluate({
      ...{ data, limit, language, answerer, signal },
      now: () => performance.now() / 1_000,
      onAnswered: (answered, of) => surroundings.progress.showAnswers(answered, of),
    });
  } finally {
    dispose();
  }
}

interface OpenedAnswerer {
  readonly answerer: Answerer;
  dispose(): void;
}

async function answererOf(
  { judge, redacts }: Wishes,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<OpenedAnswerer> {
  if (judge.kind === 'onnx') return classifierOf(judge.folder, surroundings);
  const model = await chosenModel(judge.wish, process.env, signal);
  const isHidden = hidesFrom(model.destination, redacts, surroundings);
  const forms = isHidden ? await ownForms(surroundings) : [];
  const shield = isHidden ? () => new PrivacyShield(forms) : null;
  return { answerer: chatAnswerer({ model, shield, categories: usualCategories }), dispose: () => undefined };
}

async function classifierOf(folder: string, { installation }: Surroundings): Promise<OpenedAnswerer> {
  const classifier = await loadClassifier(folder, join(installation, 'dist', 'semantic-worker.js'));
  const answerer = classifierAnswerer(basename(resolve(folder)), classifier, usualCategories);
  return { answerer, dispose: () => classifier.dispose() };
}

/** A policy decides over the option, and it is said. */
function hidesFrom(
  destination: EvaluatedModel['destination'],
  setting: boolean,
  { note }: Surroundings,
): boolean {
  if (destination === null) return false;
  const request = { setting, exemptLocal: false, destination, policy: readPolicy() };
  const { redacts, decidedBy, sentence } = redactionFor(request);
  if (!setting && decidedBy === 'policy') note(sentence);
  return redacts;
}

async function show(
  { format }: Wishes,
  evaluated: EvaluatedModel,
  surroundings: Surroundings,
): Promise<void> {
  const { out } = surroundings;
  if (format === 'json') await out.write(evaluateModelJson(evaluated));
  else await out.write(evaluateModelText(evaluated, surroundings));
}

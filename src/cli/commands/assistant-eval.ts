import type { ExerciseLanguage } from '../../engine/dataset/generator/exercises/exercise';
import { exercisesALanguage } from '../../engine/dataset/generator/exercises/exercises';
import { answerByRules } from '../../node/assistant-evaluation/answer-by-rules';
import { askModel } from '../../node/assistant-evaluation/ask-model';
import { type Answerer, evaluateAnswers } from '../../node/assistant-evaluation/evaluate-answers';
import type { ChatModel } from '../../node/llm/chat-model';
import { costOf, type Prices } from '../../node/llm/cost';
import { readPolicy } from '../../node/policy/read-policy';
import { redactionFor } from '../../node/policy/redaction';
import { PrivacyShield } from '../../node/privacy/shield';
import { chosenModel, type ModelWish } from '../assistant/chosen-model';
import { pricesOf } from '../assistant/prices-option';
import { toldModelError } from '../assistant/told-model-error';
import { assistantEvalJson } from '../output/assistant-eval-json';
import { assistantEvalText, type EvaluatedAnswerer } from '../output/assistant-eval-text';
import { parseArguments } from '../parse-arguments';
import { countOf, oneOf, UsageError } from '../usage-error';
import { assistantEvalUsage } from './assistant-eval-usage';
import type { Command, Surroundings } from './command';

const options = {
  endpoint: { type: 'string' },
  model: { type: 'string' },
  'key-from': { type: 'string' },
  rules: { type: 'boolean', default: false },
  language: { type: 'string', default: 'both' },
  runs: { type: 'string', default: '1' },
  prices: { type: 'string', default: '{}' },
  'no-redact': { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
} as const;

/** As the settings are unless changed. */
const limits = {
  ...{ temperature: 0.1, maxAnswerTokens: 2_000, contextTokens: 16_000 },
  ...{ maxRounds: 8, toolTokens: 2_000 },
};

const languages: Readonly<Record<string, readonly ExerciseLanguage[]>> = {
  en: ['en'],
  zh: ['zh'],
  both: ['en', 'zh'],
};

interface Wishes {
  /** Null: rules answer. */
  readonly model: ModelWish | null;
  readonly languages: readonly ExerciseLanguage[];
  readonly runs: number;
  readonly prices: Prices;
  readonly redacts: boolean;
  readonly format: 'text' | 'json';
}

export const assistantEval: Command = {
  name: 'assistant-eval',
  summary: { pattern: 'Measure how well a model explains generated logs whose cause is known', values: [] },
  synopsis: 'oddline assistant-eval --endpoint URL [--model NAME] | --rules [options]',
  usage: assistantEvalUsage,
  async run(args, surroundings) {
    const wishes = wishesOf(args);
    try {
      await show(wishes, await evaluated(wishes, surroundings), surroundings);
    } catch (error) {
      throw toldModelError(error);
    } finally {
      surroundings.progress.clear();
    }
    return 0;
  },
};

function wishesOf(args: string[]): Wishes {
  const { values, positionals } = parseArguments('assistant-eval', args, options);
  const { endpoint, rules } = values;
  if ((endpoint === undefined) !== rules || positionals.length > 0) {
    throw new UsageError({
      pattern:
        '{0} takes the server to ask ({1}) or asks nobody ({2}), and takes no file: it asks about generated logs.',
      values: ['assistant-eval', '--endpoint URL', '--rules'],
    });
  }
  const language = oneOf('--language', values.language, ['en', 'zh', 'both']);
  return {
    model: endpoint === undefined ? null : { endpoint, model: values.model, keyFrom: values['key-from'] },
    languages: languages[language],
    runs: countOf('--runs', values.runs),
    prices: pricesOf(values.prices),
    redacts: !values['no-redact'],
    format: oneOf('--format', values.format, ['text', 'json']),
  };
}

async function evaluated(wishes: Wishes, surroundings: Surroundings): Promise<EvaluatedAnswerer> {
  const { signal } = new AbortController();
  const model = wishes.model && (await chosenModel(wishes.model, process.env, signal));
  const answerer = model === null ? rulesAnswerer(surroundings) : modelAnswerer(model, wishes, surroundings);
  const asked = wishes.languages.length * exercisesALanguage * wishes.runs;
  let done = 0;
  const answers = await evaluateAnswers({
    ...{ languages: wishes.languages, runs: wishes.runs, answerer, signal },
    onAnswered: () => surroundings.progress.showAnswers(++done, asked),
  });
  if (model === null) return { name: 'rules', destination: null, answers, cost: null };
  const cost = costOf(model.name, usageOf(answers), wishes.prices);
  return { name: model.name, destination: model.destination, answers, cost };
}

const now = () => performance.now() / 1_000;

function usageOf(answers: EvaluatedAnswerer['answers']) {
  const sum = (key: 'promptTokens' | 'answerTokens') =>
    answers.reduce((total, { effort }) => total + effort[key], 0);
  return { promptTokens: sum('promptTokens'), answerTokens: sum('answerTokens') };
}

const rulesAnswerer =
  ({ tell }: Surroundings): Answerer =>
  (_, { analysed }, signal) =>
    answerByRules(analysed, tell, now, signal);

function modelAnswerer(model: ChatModel, { redacts: setting }: Wishes, surroundings: Surroundings): Answerer {
  const { tell, note } = surroundings;
  const request = { setting, exemptLocal: false, destination: model.destination, policy: readPolicy() };
  const { redacts, decidedBy, sentence } = redactionFor(request);
  if (!setting && decidedBy === 'policy') note(sentence);
  const shield = () => (redacts ? new PrivacyShield() : null);
  return (exercise, { log }, signal) => askModel(exercise, log, { model, limits, now, tell, shield }, signal);
}

async function show(
  { format }: Wishes,
  evaluatedAnswerer: EvaluatedAnswerer,
  surroundings: Surroundings,
): Promise<void> {
  const { out } = surroundings;
  if (format === 'json') await out.writeAll(assistantEvalJson(evaluatedAnswerer));
  else await out.write(assistantEvalText(evaluatedAnswerer, surroundings));
}

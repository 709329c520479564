import { encodingOf } from '../encoding-option';
import { parseArguments } from '../parse-arguments';
import { countOf, oneOf, UsageError } from '../usage-error';
import { workersOf } from '../workers-option';

const options = {
  text: { type: 'string' },
  clusters: { type: 'boolean', default: false },
  baseline: { type: 'string' },
  model: { type: 'string' },
  endpoint: { type: 'string' },
  'key-from': { type: 'string' },
  'no-redact': { type: 'boolean', default: false },
  top: { type: 'string', default: '20' },
  format: { type: 'string', default: 'text' },
  rotated: { type: 'boolean', default: false },
  encoding: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
  workers: { type: 'string' },
} as const;

export type SimilarQuestion =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'clusters' }
  | { readonly kind: 'novelty'; readonly file: string };

export interface EmbedderWish {
  /** A folder; the name of a model where an endpoint is named. */
  readonly model: string;
  readonly endpoint: string | undefined;
  readonly keyFrom: string | undefined;
  readonly redacts: boolean;
}

export interface SimilarWishes {
  readonly file: string;
  readonly asked: SimilarQuestion;
  readonly model: EmbedderWish;
  readonly top: number;
  readonly format: 'text' | 'json';
  readonly rotated: boolean;
  readonly encoding: string | undefined;
  readonly heedsStore: boolean;
  readonly workers: number;
}

/** @throws UsageError */
export function similarWishes(args: string[]): SimilarWishes {
  const { values, positionals } = parseArguments('similar', args, options);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new UsageError({
      pattern: '{0} takes one log. Name a file, or {1} for standard input.',
      values: ['similar', '-'],
    });
  if (values.model === undefined)
    throw new UsageError({
      pattern:
        '{0} needs a model. Name its folder with {1}, or a server with {2} and the model’s name with {1}.',
      values: ['similar', '--model', '--endpoint'],
    });
  return {
    file,
    asked: questionOf(values),
    model: {
      model: values.model,
      endpoint: values.endpoint,
      keyFrom: values['key-from'],
      redacts: !values['no-redact'],
    },
    top: countOf('--top', values.top),
    format: oneOf('--format', values.format, ['text', 'json']),
    rotated: values.rotated,
    encoding: values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding),
    heedsStore: !values['no-store'],
    workers: workersOf(values.workers),
  };
}

interface Asked {
  readonly text?: string | undefined;
  readonly clusters: boolean;
  readonly baseline?: string | undefined;
}

function questionOf({ text, clusters, baseline }: Asked): SimilarQuestion {
  const questions: SimilarQuestion[] = [
    ...(text === undefined ? [] : [{ kind: 'text', text } as const]),
    ...(clusters ? [{ kind: 'clusters' } as const] : []),
    ...(baseline === undefined ? [] : [{ kind: 'novelty', file: baseline } as const]),
  ];
  if (questions.length === 1) return questions[0];
  throw new UsageError({
    pattern: '{0} answers one question at a time. Name one of {1}, {2} and {3}.',
    values: ['similar', '--text', '--clusters', '--baseline'],
  });
}

import {
  type SequenceUnit,
  type SplitOrder,
  splitOrders,
  usualWindows,
} from '../../engine/dataset/export/export-settings';
import type { DatasetFormat } from '../../engine/dataset/formats/format';
import { datasetFormats } from '../../engine/dataset/formats/formats';
import { type SplitShares, usualShares } from '../../engine/dataset/split/split';
import { datasetError } from '../../node/datasets/dataset-problems';
import type { ModelWish } from '../assistant/chosen-model';
import { encodingsOf } from '../encoding-option';
import { parseArguments } from '../parse-arguments';
import { countOf, oneOf, UsageError, wholeOf } from '../usage-error';
import { workersOf } from '../workers-option';
import { type TermWishes, termOptions, termWishes } from './export-terms';
import { filesOf } from './open-logs';

const options = {
  labels: { type: 'string' },
  'from-findings': { type: 'boolean', default: false },
  format: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
  windows: { type: 'string' },
  sessions: { type: 'boolean', default: false },
  session: { type: 'string' },
  split: { type: 'string' },
  'split-by': { type: 'string', default: 'random' },
  'labelled-only': { type: 'boolean', default: false },
  balance: { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
  instructions: { type: 'string' },
  'max-tokens': { type: 'string' },
  seed: { type: 'string', default: '1' },
  'no-redact': { type: 'boolean', default: false },
  'draft-endpoint': { type: 'string' },
  'draft-model': { type: 'string' },
  'draft-key-from': { type: 'string' },
  rotated: { type: 'boolean', default: false },
  encoding: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
  workers: { type: 'string' },
  ...termOptions,
} as const;

export interface ExportWishes extends TermWishes {
  readonly files: readonly string[];
  readonly labels: string | undefined;
  readonly fromFindings: boolean;
  readonly format: DatasetFormat;
  readonly out: string;
  readonly force: boolean;
  readonly unit: SequenceUnit;
  readonly session: string | undefined;
  readonly shares: SplitShares;
  readonly splitBy: SplitOrder;
  readonly labelledOnly: boolean;
  readonly balances: boolean;
  readonly language: 'en' | 'zh';
  readonly instructions: string | undefined;
  readonly maxTokens: number | null;
  readonly seed: number;
  readonly redacts: boolean;
  /** Who is to write the outputs; undefined: they are written from labels, and nobody is asked. */
  readonly drafts: ModelWish | undefined;
  /** Of each file; undefined lets its first bytes decide. */
  readonly encodings: readonly (string | undefined)[];
  readonly heedsStore: boolean;
  readonly workers: number;
}

/** @throws UsageError, InputError */
export async function exportWishes(args: string[]): Promise<ExportWishes> {
  const { values, positionals } = parseArguments('export', args, options);
  const { format, out, windows, sessions } = values;
  if (positionals.length === 0 || positionals.includes('-')) {
    throw new UsageError({
      pattern:
        '{0} reads files, so that a data card can name them. Name at least one; save what comes from a pipe to a file first.',
      values: ['export'],
    });
  }
  if (format === undefined || out === undefined) {
    throw new UsageError({
      pattern: '{0} needs {1}. See "{2}".',
      values: ['export', '--format NAME, --out FOLDER', 'oddline export --help'],
    });
  }
  if (sessions && windows !== undefined) {
    throw new UsageError({
      pattern: '{0} and {1} exclude each other. Leave one of them out.',
      values: ['--windows', '--sessions'],
    });
  }
  const files = await filesOf(positionals, values.rotated);
  return {
    ...termWishes(values),
    files,
    labels: values.labels,
    fromFindings: values['from-findings'],
    format: formatNamed(format),
    out,
    force: values.force,
    unit: sessions ? { kind: 'sessions' } : windowsOf(windows),
    session: values.session,
    shares: values.split === undefined ? usualShares : sharesOf(values.split),
    splitBy: oneOf('--split-by', values['split-by'], splitOrders),
    labelledOnly: values['labelled-only'],
    balances: values.balance,
    language: oneOf('--language', values.language, ['en', 'zh']),
    instructions: values.instructions,
    maxTokens: values['max-tokens'] === undefined ? null : countOf('--max-tokens', values['max-tokens']),
    seed: wholeOf('--seed', values.seed),
    redacts: !values['no-redact'],
    drafts: draftsOf(values, formatNamed(format)),
    encodings: encodingsOf('--encoding', values.encoding, files.length),
    heedsStore: !values['no-store'],
    workers: workersOf(values.workers),
  };
}

function draftsOf(
  values: Readonly<Partial<Record<'draft-endpoint' | 'draft-model' | 'draft-key-from', string>>>,
  format: DatasetFormat,
): ModelWish | undefined {
  const endpoint = values['draft-endpoint'];
  if (endpoint === undefined) {
    const alone = (['draft-model', 'draft-key-from'] as const).find((name) => values[name] !== undefined);
    if (alone === undefined) return undefined;
    throw new UsageError({ pattern: '{0} needs {1}.', values: [`--${alone}`, '--draft-endpoint URL'] });
  }
  if (!format.hasOutputs) throw datasetError('nothing-to-draft', format.name);
  return { endpoint, model: values['draft-model'], keyFrom: values['draft-key-from'] };
}

function formatNamed(name: string): DatasetFormat {
  const names = datasetFormats.map((format) => format.name);
  const wanted = oneOf('--format', name, names);
  return datasetFormats[names.indexOf(wanted)];
}

function windowsOf(text: string | undefined): SequenceUnit {
  if (text === undefined) return usualWindows;
  const [, least, most = least] = /^(\d{1,10})(?:-(\d{1,10}))?$/.exec(text) ?? [];
  const bounds = { least: Number(least), most: Number(most) };
  if (bounds.least >= 1 && bounds.most >= bounds.least) return { kind: 'windows', ...bounds };
  throw new UsageError({
    pattern: '{0} takes a number of records or two, as {1}, not "{2}".',
    values: ['--windows', '10, 6-15', text],
  });
}

function sharesOf(text: string): SplitShares {
  const parts = text.split('/').map((part) => (/^\d+(?:\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  const [train, validation, test] = parts;
  if (parts.length === 3 && train + validation + test > 0) return { train, validation, test };
  throw new UsageError({
    pattern: '{0} takes three shares, as {1}, not "{2}".',
    values: ['--split', '80/10/10', text],
  });
}

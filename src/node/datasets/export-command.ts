import type { ExportSettings } from '../../engine/dataset/export/export-settings';
import type { DatasetFormat } from '../../engine/dataset/formats/format';
import { type AnalysisTerms, boundText, type OwnList } from './analysis-terms';
import { CommandNames } from './command-names';

/** What of an export its command names. Paths lose their folders: a data card says nothing of a machine. */
export interface CommandOptions extends ExportSettings {
  readonly files: readonly string[];
  /** Of each file; undefined lets its first bytes decide. */
  readonly encodings: readonly (string | undefined)[];
  readonly labels: string | undefined;
  readonly fromFindings: boolean;
  readonly format: Pick<DatasetFormat, 'name'>;
  readonly session: string | undefined;
  readonly language: 'en' | 'zh';
  readonly instructions: string | undefined;
  readonly maxTokens: number | null;
  readonly redacts: boolean;
  /** Folders of stores that were heeded, in order. */
  readonly stores: readonly string[];
  readonly terms: AnalysisTerms;
  /** Who was asked for outputs. */
  readonly drafts?: { readonly endpoint: string; readonly model: string | undefined } | undefined;
}

type NamedOption = readonly [string, string | number | undefined];

/** What makes the same data set again, without the folders of its files; only what is not usual is named. */
export function exportCommandOf(options: CommandOptions): string[] {
  const { unit, shares, splitBy, session, maxTokens, terms, files } = options;
  const names = namesOf(options);
  const nameOf = (path: string | undefined) => (path === undefined ? undefined : names.of(path));
  const windows = unit.kind === 'windows' ? `${unit.least}-${unit.most}` : undefined;
  const named: readonly NamedOption[] = [
    ['--labels', nameOf(options.labels)],
    ['--format', options.format.name],
    ['--windows', windows],
    ['--session', session],
    ['--split', `${shares.train}/${shares.validation}/${shares.test}`],
    ['--split-by', splitBy === 'random' ? undefined : splitBy],
    ['--language', options.language],
    ['--instructions', nameOf(options.instructions)],
    ['--max-tokens', maxTokens ?? undefined],
    ['--encoding', encodingText(options.encodings)],
    ['--seed', options.seed],
    ...termOptions(terms, names),
    ...options.stores.map((store) => ['--store', names.of(store)] as const),
    ['--draft-endpoint', options.drafts?.endpoint],
    ['--draft-model', options.drafts?.model],
  ];
  const flags = {
    '--sessions': unit.kind === 'sessions',
    '--from-findings': options.fromFindings,
    '--labelled-only': options.labelledOnly,
    '--balance': options.balances,
    '--no-redact': !options.redacts,
    '--no-store': options.stores.length === 0,
  };
  return [
    ...['oddline', 'export', ...files.map((file) => names.of(file))],
    ...named.flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)])),
    ...Object.entries(flags).flatMap(([flag, isSet]) => (isSet ? [flag] : [])),
  ];
}

/** One for all files, or one each: `auto` for those of which nobody said it. */
function encodingText(encodings: CommandOptions['encodings']): string | undefined {
  const [first] = encodings;
  if (encodings.every((one) => one === first)) return first;
  return encodings.map((one) => one ?? 'auto').join(',');
}

function termOptions(terms: AnalysisTerms, names: CommandNames): readonly NamedOption[] {
  const { sensitivity, from, until, baselines, rules, patterns } = terms;
  const fileOf = ({ entries, file }: OwnList) => (entries.length === 0 ? undefined : names.of(file));
  return [
    ['--sensitivity', sensitivity === 'normal' ? undefined : sensitivity],
    ['--since', from === null ? undefined : boundText(from)],
    ['--until', until === null ? undefined : boundText(until)],
    ...baselines.map((path) => ['--baseline', names.of(path)] as const),
    ['--rules', fileOf(rules)],
    ['--patterns', fileOf(patterns)],
  ];
}

function namesOf({ files, labels, instructions, stores, terms }: CommandOptions): CommandNames {
  const { baselines, rules, patterns } = terms;
  const lists = [rules, patterns].flatMap(({ entries, file }) => (entries.length === 0 ? [] : [file]));
  const given = [labels, instructions].filter((path) => path !== undefined);
  return new CommandNames([...files, ...given, ...baselines, ...lists], stores);
}

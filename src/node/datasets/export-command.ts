import { basename } from 'node:path';
import type { ExportSettings } from '../../engine/dataset/export/export-settings';
import type { DatasetFormat } from '../../engine/dataset/formats/format';

/** What of an export its command names. Paths lose their folders: a data card says nothing of a machine. */
export interface CommandOptions extends Pick<ExportSettings, 'unit' | 'shares' | 'balances' | 'seed'> {
  readonly files: readonly string[];
  readonly labels: string | undefined;
  readonly fromFindings: boolean;
  readonly format: Pick<DatasetFormat, 'name'>;
  readonly session: string | undefined;
  readonly language: 'en' | 'zh';
  readonly instructions: string | undefined;
  readonly maxTokens: number | null;
  readonly redacts: boolean;
  readonly encoding: string | undefined;
  readonly heedsStore: boolean;
  /** Who was asked for outputs. */
  readonly drafts?: { readonly endpoint: string; readonly model: string | undefined } | undefined;
}

/** What makes the same data set again, without the folders of its files; only what is not usual is named. */
export function exportCommandOf(options: CommandOptions): string[] {
  const { unit, shares, labels, session, instructions, maxTokens, encoding } = options;
  const windows = unit.kind === 'windows' ? `${unit.least}-${unit.most}` : undefined;
  const named: readonly (readonly [string, string | number | undefined])[] = [
    ['--labels', labels && basename(labels)],
    ['--format', options.format.name],
    ['--windows', windows],
    ['--session', session],
    ['--split', `${shares.train}/${shares.validation}/${shares.test}`],
    ['--language', options.language],
    ['--instructions', instructions && basename(instructions)],
    ['--max-tokens', maxTokens ?? undefined],
    ['--encoding', encoding],
    ['--seed', options.seed],
    ['--draft-endpoint', options.drafts?.endpoint],
    ['--draft-model', options.drafts?.model],
  ];
  const flags = {
    '--sessions': unit.kind === 'sessions',
    '--from-findings': options.fromFindings,
    '--balance': options.balances,
    '--no-redact': !options.redacts,
    '--no-store': !options.heedsStore,
  };
  return [
    ...['oddline', 'export', ...options.files.map((file) => basename(file))],
    ...named.flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)])),
    ...Object.entries(flags).flatMap(([flag, isSet]) => (isSet ? [flag] : [])),
  ];
}

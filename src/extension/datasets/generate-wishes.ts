import * as vscode from 'vscode';
import type { DatasetLanguage, GenerateDatasetRequest, GeneratedFormat } from '../../protocol/dataset';
import { formatNumber } from '../shared/localise';

/** What is asked of a person before a data set is made. */
export type GenerateWishes = Pick<
  GenerateDatasetRequest,
  'preset' | 'sequences' | 'format' | 'language' | 'seed'
>;

const mostSequences = 100_000;
const usualSequences = 1000;
const mostSeed = 2_147_483_647;

interface Kind extends vscode.QuickPickItem {
  readonly preset: 'study' | null;
  readonly formats: readonly GeneratedFormat[];
}

/** Undefined where a person gave up. */
export async function askWishes(): Promise<GenerateWishes | undefined> {
  const kind = await askKind();
  if (!kind) return undefined;
  const format = await askFormat(kind.formats);
  if (!format) return undefined;
  const sequences = kind.preset ? 0 : await askSequences();
  if (sequences === undefined) return undefined;
  const language = await askLanguage();
  if (!language) return undefined;
  const seed = await askSeed();
  return seed === undefined ? undefined : { preset: kind.preset, sequences, format, language, seed };
}

async function askKind(): Promise<Kind | undefined> {
  const kinds: readonly Kind[] = [
    {
      label: vscode.l10n.t('Study'),
      detail: vscode.l10n.t(
        '8,000 sequences; 4,500 of them for classifiers, 2,000 as instructions; split 80/10/10',
      ),
      preset: 'study',
      formats: ['alpaca', 'sharegpt', 'openai'],
    },
    {
      label: vscode.l10n.t('Sequences'),
      detail: vscode.l10n.t('As many as you like, in one format, split 80/10/10'),
      preset: null,
      formats: [
        ...(['alpaca', 'sharegpt', 'openai', 'sequence', 'classification'] as const),
        ...(['chinese-labels', 'records', 'templates', 'features'] as const),
      ],
    },
    {
      label: vscode.l10n.t('Whole log'),
      detail: vscode.l10n.t('What all services wrote, in order of time, with labels of its lines'),
      preset: null,
      formats: ['log'],
    },
  ];
  return vscode.window.showQuickPick(kinds, {
    title: vscode.l10n.t('Generate a data set of a small shop whose faults are known'),
  });
}

async function askFormat(formats: readonly GeneratedFormat[]): Promise<GeneratedFormat | undefined> {
  if (formats.length === 1) return formats[0];
  const picks = formats.map((format) => ({ label: format, detail: formatText(format), format }));
  return (await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Format') }))?.format;
}

function formatText(format: GeneratedFormat): string {
  const texts: Readonly<Record<GeneratedFormat, string>> = {
    alpaca: vscode.l10n.t('instruction, input and output, as Alpaca and Unsloth take them'),
    sharegpt: vscode.l10n.t('conversations of turns, as ShareGPT has them'),
    openai: vscode.l10n.t('chat messages, as OpenAI fine-tuning and ChatML templates take them'),
    sequence: vscode.l10n.t('labels 0 and 1 with a list of log entries, for sequence models'),
    classification: vscode.l10n.t('one text with label and category, for classifiers'),
    'chinese-labels': vscode.l10n.t('one text with the label 正常 or 异常'),
    records: vscode.l10n.t('a row for each record, with its fields'),
    templates: vscode.l10n.t('a row for each template, with its counts'),
    features: vscode.l10n.t('a row of numbers for each sequence, for scikit-learn'),
    log: '',
  };
  return texts[format];
}

async function askLanguage(): Promise<DatasetLanguage | undefined> {
  const picks = [
    { label: 'English', language: 'en' as const },
    { label: '简体中文', language: 'zh' as const },
  ];
  const title = vscode.l10n.t('Language of what the services write');
  return (await vscode.window.showQuickPick(picks, { title }))?.language;
}

function askSequences(): Promise<number | undefined> {
  const title = vscode.l10n.t('How many sequences (requests of 6 to 15 records)?');
  return askNumber(title, usualSequences, 1, mostSequences);
}

function askSeed(): Promise<number | undefined> {
  const title = vscode.l10n.t('Seed: the same number makes the same data set');
  return askNumber(title, 1, 0, mostSeed);
}

async function askNumber(
  title: string,
  usual: number,
  least: number,
  most: number,
): Promise<number | undefined> {
  const objection = vscode.l10n.t('A whole number from {0} to {1}.', formatNumber(least), formatNumber(most));
  const isRight = (text: string) =>
    /^\d{1,10}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
  const text = await vscode.window.showInputBox({
    title,
    value: String(usual),
    validateInput: (value) => (isRight(value) ? undefined : objection),
  });
  return text === undefined ? undefined : Number(text);
}

import type { Browser, Page } from 'playwright-core';
import type {
  DatasetChoices,
  DatasetPageHostApi,
  DatasetPageState,
  DatasetPageViewApi,
  DatasetPreview,
  PreviewAnswer,
} from '../../../src/protocol/dataset';
import { type Handlers, Rpc } from '../../../src/protocol/rpc';
import { type Look, servePage } from './served-page';

export const usualChoices: DatasetChoices = {
  format: 'alpaca',
  unit: { kind: 'windows', least: 6, most: 15 },
  takesFindings: true,
  balances: false,
  labelledOnly: false,
  splitBy: 'random',
  shares: { train: 80, validation: 10, test: 10 },
  language: 'en',
  redacts: true,
  maxTokens: null,
  seed: 1,
  drafts: false,
};

export function previewWith(changed: Partial<DatasetPreview> = {}): DatasetPreview {
  const text = (output: string) =>
    JSON.stringify({ instruction: 'Is this normal?', input: '09:14:02 pump 3 started', output }, null, 2);
  const example = { split: 'train', isCut: false, tokens: 212, masked: 2, labelledBy: 'person' } as const;
  return {
    labels: [
      { label: 'normal', category: null, labelledBy: null, counts: { train: 480, validation: 60, test: 60 } },
      {
        ...{ label: 'anomalous', category: 'network', labelledBy: 'person' },
        counts: { train: 120, validation: 15, test: 15 },
      },
    ],
    leftOut: [
      { reason: 'near-duplicate', sequences: 1204 },
      { reason: 'balance', sequences: 0 },
      { reason: 'split', sequences: 3 },
    ],
    tooLong: null,
    leaks: 0,
    unlabelled: 0,
    conflicts: 0,
    warnings: [],
    examples: [
      { ...example, id: 'pumps.log:1-9', label: 'normal', category: null, text: text('Normal.') },
      {
        ...example,
        id: 'pumps.log:88-97',
        label: 'anomalous',
        category: 'network',
        text: text('Anomalous.'),
      },
      {
        ...example,
        id: 'pumps.log:98-104',
        label: 'normal',
        category: null,
        text: text('Normal.'),
        isCut: true,
      },
    ],
    problem: null,
    ...changed,
  };
}

/** What the extension host is to the page, by a script. */
export class ScriptedDataset {
  readonly previewed: DatasetChoices[] = [];
  readonly exported: DatasetChoices[] = [];
  readonly commands: string[] = [];
  /** Previews that were given up for a later one. */
  cancelled = 0;
  state: DatasetPageState;
  answer: (choices: DatasetChoices, signal: AbortSignal) => PreviewAnswer | Promise<PreviewAnswer> = () => ({
    kind: 'preview',
    preview: previewWith(),
    problem: null,
  });

  constructor(state: Partial<DatasetPageState> = {}) {
    this.state = {
      ...{ name: 'pumps.log', uri: 'file:///w/pumps.log', texts: {}, status: 'done', version: 1 },
      ...{ labels: 12, labelsFile: null, instructionsFile: null, folder: '/w/pumps-dataset' },
      ...{ redactionForced: null, isExporting: false, usual: usualChoices, model: null },
      ...state,
    };
  }

  get handlers(): Handlers<DatasetPageHostApi> {
    return {
      ready: () => this.state,
      preview: (choices, signal) => {
        this.previewed.push(choices);
        signal.addEventListener('abort', () => this.cancelled++);
        return this.answer(choices, signal);
      },
      exportDataset: (choices) => void this.exported.push(choices),
      command: (name) => void this.commands.push(name),
    };
  }
}

export interface OpenedDatasetPage {
  readonly page: Page;
  readonly host: Rpc<DatasetPageHostApi, DatasetPageViewApi>;
  readonly complaints: readonly string[];
}

export async function openDatasetPage(
  browser: Browser,
  dataset: ScriptedDataset,
  look: Look = {},
): Promise<OpenedDatasetPage> {
  const { page, port, complaints, open } = await servePage(browser, 'dataset-export', look);
  const host = new Rpc<DatasetPageHostApi, DatasetPageViewApi>(port, dataset.handlers);
  await open();
  await page.waitForSelector('.dataset-export');
  return { page, host, complaints };
}

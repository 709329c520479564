import * as vscode from 'vscode';
import { modelDrafting } from '../../node/datasets/drafts/model-drafting';
import { costOf } from '../../node/llm/cost';
import type {
  DatasetChoices,
  DatasetDrafting,
  DatasetPageState,
  DatasetPreview,
  DraftRequest,
} from '../../protocol/dataset';
import { chosenModel } from '../shared/chosen-model';
import { formatNumber } from '../shared/localise';
import { badgeText, destinationOfModel } from '../shared/model-destination';
import { isChosen, type ModelSettings, modelSettings } from '../shared/model-settings';
import { redactionOf } from '../shared/privacy-settings';
import type { DatasetParts } from './parts';

/** Formats whose outputs are free text. */
const drafted: readonly DatasetChoices['format'][] = ['alpaca', 'sharegpt', 'openai'];
/** What is said of the task beside the records, and what an answer takes, about. */
const promptTokens = 300;
const answerTokens = 150;

export interface AgreedModel {
  readonly drafting: DatasetDrafting;
  readonly draft: (prompt: DraftRequest, signal: AbortSignal) => Promise<string>;
}

export function shownModel(settings: ModelSettings): DatasetPageState['model'] {
  if (!isChosen(settings)) return null;
  const { redacts } = redactionOf(destinationOfModel(settings));
  return { name: settings.model, badge: badgeText(settings), redacts };
}

/** Whether secrets are hidden from the model whatever is chosen for the data set. */
export function hidesFromModel(): boolean {
  return redactionOf(destinationOfModel(modelSettings())).redacts;
}

/** Null where no model writes; undefined where a person does not want it sent. Rejects with InputError where no model is chosen. */
export async function agreedModel(
  { drafts, format }: DatasetChoices,
  preview: DatasetPreview | undefined,
  { secrets }: Pick<DatasetParts, 'secrets'>,
): Promise<AgreedModel | null | undefined> {
  if (!drafts || !drafted.includes(format)) return null;
  const settings = modelSettings();
  const model = await chosenModel(settings, secrets);
  if (!(await agrees(settings, preview))) return undefined;
  const { draft, ...drafting } = modelDrafting(model);
  const endpoint = settings.provider === 'endpoint' ? settings.endpoint : null;
  return { drafting: { ...drafting, endpoint }, draft };
}

async function agrees(settings: ModelSettings, preview: DatasetPreview | undefined): Promise<boolean> {
  const send = vscode.l10n.t('Draft and Export');
  const { host } = destinationOfModel(settings);
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Let {0} write the outputs?', settings.model),
    {
      modal: true,
      detail: [
        vscode.l10n.t(
          '{0} is sent the records of each sequence with its label and reasons, one after the other.',
          host,
        ),
        hidesFromModel()
          ? vscode.l10n.t('Secrets and personal data are masked before.')
          : vscode.l10n.t('Secrets and personal data are sent as your settings say.'),
        amountText(settings, preview),
      ].join('\n\n'),
    },
    send,
  );
  return chosen === send;
}

/** By the examples that were shown. */
function amountText({ model, prices, currency }: ModelSettings, preview: DatasetPreview | undefined): string {
  const { labels = [], examples = [] } = preview ?? {};
  const sequences = labels.reduce(
    (sum, { counts }) => sum + counts.train + counts.validation + counts.test,
    0,
  );
  const each = examples.reduce((sum, { tokens }) => sum + tokens, 0) / Math.max(1, examples.length);
  const usage = {
    promptTokens: Math.round(sequences * (each + promptTokens)),
    answerTokens: sequences * answerTokens,
  };
  const cost = costOf(model, usage, prices);
  const amount = vscode.l10n.t(
    'About {0} requests, {1} tokens sent and {2} received.',
    formatNumber(sequences),
    formatNumber(usage.promptTokens),
    formatNumber(usage.answerTokens),
  );
  if (cost === null) return amount;
  return `${amount} ${vscode.l10n.t('About {0} {1}.', formatNumber(Number(cost.toPrecision(2))), currency)}`;
}

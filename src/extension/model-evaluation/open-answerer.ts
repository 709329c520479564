import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { ModelDestination } from '../../node/llm/chat-model';
import type { Answerer } from '../../node/model-evaluation/answerer';
import { PrivacyShield } from '../../node/privacy/shield';
import { chosenModel } from '../shared/chosen-model';
import { formatNumber, localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import { ownForms, redactionOf } from '../shared/privacy-settings';
import type { Judge } from './choose-judge';
import { loadEvaluation } from './load-evaluation';
import type { ModelEvaluationParts } from './parts';
import { inStep } from './step';

/** What a person is to agree to. */
export interface AskedExamples {
  /** Of the data set. */
  readonly name: string;
  readonly count: number;
}

export interface OpenedAnswerer {
  readonly answerer: Answerer;
  dispose(): void;
}

/** Undefined where a person would not have the examples sent, or gave up. Rejects where there is no such model. */
export async function openAnswerer(
  judge: Judge,
  asked: AskedExamples,
  parts: ModelEvaluationParts,
): Promise<OpenedAnswerer | undefined> {
  const { chatAnswerer, classifierAnswerer, loadClassifier, usualCategories } = await loadEvaluation();
  if (judge.kind === 'onnx') {
    const name = basename(judge.folder);
    const classifier = await inStep(vscode.l10n.t('Loading {0}', name), ({ signal }) =>
      loadClassifier(judge.folder, parts.classifierPath, signal),
    );
    if (!classifier) return undefined;
    const answerer = classifierAnswerer(name, classifier, usualCategories);
    return { answerer, dispose: () => classifier.dispose() };
  }
  const model = await chosenModel(judge.settings, parts.secrets);
  const { redacts, sentence } = redactionOf(model.destination);
  if (!(await maySend(asked, model.name, model.destination, localise(sentence)))) return undefined;
  const forms = redacts ? await ownForms() : [];
  const shield = redacts ? () => new PrivacyShield(forms) : null;
  return {
    answerer: chatAnswerer({ model, shield, categories: usualCategories }),
    dispose: () => undefined,
  };
}

/** Asked each time: a data set is more than anybody asks of a log, and who serves a model may be somebody else by now. */
async function maySend(
  { name, count }: AskedExamples,
  model: string,
  { kind, host }: ModelDestination,
  hiding: string,
): Promise<boolean> {
  const where =
    kind === 'local'
      ? vscode.l10n.t('They stay on this machine ({0}).', host)
      : vscode.l10n.t('They leave this machine: they are sent to {0}.', host);
  const title =
    count === 1
      ? vscode.l10n.t('Ask {0} about 1 example of {1}?', model, name)
      : vscode.l10n.t('Ask {0} about {1} examples of {2}?', model, formatNumber(count), name);
  const ask = kind === 'local' ? vscode.l10n.t('Ask') : vscode.l10n.t('Send to {0}', host);
  const what = vscode.l10n.t('Of each example its question and log lines are sent, never its answer.');
  const detail = `${where} ${what}\n${hiding}`;
  return (await vscode.window.showWarningMessage(messageText(title), { modal: true, detail }, ask)) === ask;
}

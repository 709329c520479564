import * as vscode from 'vscode';
import type { PrivacyState } from '../../protocol/assistant';
import { localise } from '../shared/localise';
import { destinationOfModel } from '../shared/model-destination';
import type { ModelSettings } from '../shared/model-settings';
import { redactionOf } from '../shared/privacy-settings';

type Asked = Pick<ModelSettings, 'provider' | 'endpoint'>;

/** What is hidden from the model that is chosen, and who decided so. */
export function privacyOf(settings: Asked): PrivacyState {
  const { redacts, decidedBy, sentence } = redactionOf(destinationOfModel(settings));
  const text = redacts ? vscode.l10n.t('Secrets hidden') : vscode.l10n.t('Nothing hidden');
  return { redacts, decidedBy, text, detail: localise(sentence) };
}

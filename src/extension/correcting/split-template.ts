import * as vscode from 'vscode';
import type { TemplateSummary, TemplateWord } from '../../engine/model/analysis';
import { correctionForSplit } from '../../protocol/template-corrections';
import { formatNumber, localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { templateTitle, tokenInContext } from '../shared/template-title';
import { type Gesture, refused } from './gesture';
import { type PositionWords, wordsByPosition } from './template-words';

/** Of a position's words, beside it. */
const shownWords = 5;

interface PositionPick extends vscode.QuickPickItem {
  readonly split: PositionWords;
}

export const splitTemplate: Gesture = async ({ log, template }, analyses) => {
  const found = await wordsByPosition(analyses, log, template);
  if (found === undefined) return undefined;
  const picks = found.filter(({ words }) => words.length > 1).map((split) => positionPick(template, split));
  if (picks.length === 0) {
    return refused(
      'Nothing to split: at no place of this template is more than one word kept. Values masked in every line, such as numbers, are not.',
    );
  }
  const options = {
    title: vscode.l10n.t('Split “{0}” at…', quickPickText(templateTitle(template))),
    placeHolder: vscode.l10n.t('Each word that stands there gets a template of its own'),
    matchOnDetail: true,
  };
  const picked = await vscode.window.showQuickPick(picks, options);
  if (picked === undefined) return undefined;
  const { position, words } = picked.split;
  return correctionForSplit(
    template,
    position,
    words.map(({ word }) => word),
  );
};

function positionPick({ pieces }: TemplateSummary, split: PositionWords): PositionPick {
  const description = localise({ pattern: 'makes {0} templates', values: [split.words.length] });
  const shown = split.words.slice(0, shownWords).map(wordText);
  const more = split.words.length > shownWords ? ' · …' : '';
  return {
    label: quickPickText(tokenInContext(pieces, split.position)),
    description,
    detail: quickPickText(shown.join(' · ')) + more,
    split,
  };
}

function wordText({ word, records }: TemplateWord): string {
  return `${word} ${formatNumber(records)}×`;
}

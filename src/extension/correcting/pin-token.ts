import * as vscode from 'vscode';
import type { TemplateSummary, TemplateWord } from '../../engine/model/analysis';
import type { TemplateCorrection } from '../../engine/templates/corrections/correction';
import {
  type Correctable,
  correctionForVariable,
  correctionForWord,
} from '../../protocol/template-corrections';
import { formatNumber } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { tokenInContext } from '../shared/template-title';
import { type Gesture, refused } from './gesture';
import { wordsByPosition } from './template-words';

type Reach = 'here' | 'everywhere';

interface TokenPick extends vscode.QuickPickItem {
  readonly position: number;
  readonly token: string;
}

const holdsLetterOrDigit = /[\p{L}\p{N}]/u;
/** As the engine masks values. */
const placeholder = /<[a-z]+>/;

/** One of the words that stand where the template has a variable. */
export const treatAsWord: Gesture = async ({ log, template }, analyses) => {
  const found = await wordsByPosition(analyses, log, template);
  if (found === undefined) return undefined;
  const picks = found.flatMap(({ position, words }) =>
    words.filter(({ word }) => !placeholder.test(word)).map((word) => wordPick(template, position, word)),
  );
  if (picks.length === 0)
    return refused(
      'No words are kept of the variables of this template: their values are masked in every line.',
    );
  const title = vscode.l10n.t('Which word has a meaning of its own?');
  return pinned(picks, title, ({ position, token }, reach) =>
    correctionForWord(template, position, token, reach),
  );
};

/** One of the template's words. */
export const treatAsVariable: Gesture = async ({ template }) => {
  const variables = new Set(template.parameters.map(({ position }) => position));
  const picks = template.pieces.flatMap((piece, position): TokenPick[] => {
    const token = piece.trim();
    if (variables.has(position) || !holdsLetterOrDigit.test(token)) return [];
    const detail = quickPickText(tokenInContext(template.pieces, position));
    return [{ label: quickPickText(token), detail, position, token }];
  });
  if (picks.length === 0) return refused('This template holds no word.');
  const title = vscode.l10n.t('Which word is one value of many?');
  return pinned(picks, title, ({ position }, reach) => correctionForVariable(template, position, reach));
};

async function pinned(
  picks: readonly TokenPick[],
  title: string,
  correctionFor: (pick: TokenPick, reach: Reach) => Correctable<TemplateCorrection>,
): Promise<Correctable<TemplateCorrection> | undefined> {
  const pick = await vscode.window.showQuickPick(picks, { title, matchOnDetail: true });
  const reach = pick && (await chooseReach(pick));
  return pick && reach && correctionFor(pick, reach);
}

async function chooseReach({ label }: TokenPick): Promise<Reach | undefined> {
  const picks: (vscode.QuickPickItem & { readonly reach: Reach })[] = [
    { label: vscode.l10n.t('In this template only'), reach: 'here' },
    { label: vscode.l10n.t('Wherever it stands'), reach: 'everywhere' },
  ];
  const title = vscode.l10n.t('“{0}”: where?', label);
  return (await vscode.window.showQuickPick(picks, { title }))?.reach;
}

function wordPick({ pieces }: TemplateSummary, position: number, { word, records }: TemplateWord): TokenPick {
  return {
    label: quickPickText(word),
    description: `${formatNumber(records)}×`,
    detail: quickPickText(tokenInContext(pieces, position)),
    position,
    token: word,
  };
}

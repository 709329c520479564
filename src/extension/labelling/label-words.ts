import * as vscode from 'vscode';
import type { LabelCoverage, LabelMatch } from '../../engine/labels/label-report';
import type { Sentence } from '../../engine/model/finding';
import type { Label } from '../../node/store/labels';
import type { LabelWords } from '../../protocol/big-log';
import { lookedAtSentence } from '../../protocol/labels-words';
import { counted } from '../../protocol/sentence';
import { categoryTitle, labelTitle, shortLabelText } from '../shared/label-title';
import { localise } from '../shared/localise';
import { onOneLine } from '../shared/markdown';
import { messageText } from '../shared/message-text';
import { patternLabel } from '../shared/pattern-text';
import type { ChosenLabel } from './choose-label';
import type { LabelPlaces } from './label-places';

/** What was said, for messages. */
export function saidText({ verdict, option, category }: ChosenLabel): string {
  const said =
    verdict === 'normal' ? vscode.l10n.t('Marked as normal') : vscode.l10n.t('Marked as anomalous');
  const named = category === '' ? [] : [messageText(shortLabelText(categoryTitle(category, localise)))];
  return [said, ...named, localise(option.title)].join(' · ');
}

/** For messages: names of folders may come with a workspace. */
/** `file`: that which was written, the labels' own where left out. */
export function placeText(places: LabelPlaces, file = places.write.labels): string {
  return messageText(placeOf(places, file));
}

/** A log within a folder whose label nevertheless went elsewhere deserves the reason. */
function placeOf({ write }: LabelPlaces, file: string): string {
  if (write.kind === 'workspace') return vscode.l10n.t('kept in {0}', vscode.workspace.asRelativePath(file));
  const folder = write.workspaceFolder;
  if (folder === undefined) return vscode.l10n.t('kept on this machine');
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t('kept on this machine: the workspace is not trusted');
  }
  return vscode.l10n.t('kept on this machine: {0} cannot be written', folder);
}

/** What a label speaks of, as a row says it: the text of the log that names it. */
export function subjectText(label: Label): string {
  switch (label.scope) {
    case 'template':
      return shortLabelText(patternLabel(label.template));
    case 'session':
      return vscode.l10n.t('Sessions of the shape {0}', label.shape);
    case 'incident':
      return localise(
        counted(label.findings.length, 'An incident of 1 finding', 'An incident of {0} findings'),
      );
    default:
      return shortLabelText(patternLabel(label.template ?? label.finding));
  }
}

/** The kind of thing it speaks of. */
export function scopeText({ scope }: Label): string {
  switch (scope) {
    case 'template':
      return vscode.l10n.t('template');
    case 'session':
      return vscode.l10n.t('sessions of one shape');
    case 'incident':
      return vscode.l10n.t('incident');
    default:
      return vscode.l10n.t('one line');
  }
}

/** How much of the log it speaks of. */
export function reachSentence(match: Pick<LabelMatch, 'records'> | undefined): Sentence {
  if (!match || match.records === 0) return { pattern: 'not found in this log', values: [] };
  return counted(match.records, '1 record', '{0} records');
}

/** In how much of the log the sessions of a label were looked for; '' where that is all of it. */
export function lookedAtText({ scope }: Label, { lookedAt }: Pick<LabelCoverage, 'lookedAt'>): string {
  return scope === 'session' && lookedAt !== undefined ? localise(lookedAtSentence(lookedAt)) : '';
}

export function verdictAndCategory({ label, category }: Label): string {
  return labelTitle({ verdict: label, category: category ?? null }, localise);
}

/** '' where it is not known. */
export function whoText({ by = '' }: Pick<Label, 'by'>): string {
  return shortLabelText(by);
}

/** Who said it and when. */
export function whoAndWhen({ by, at }: { readonly by?: string | undefined; readonly at: string }): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const [who, when] = [
    whoText({ ...(by !== undefined && { by }) }),
    new Date(at).toLocaleString(vscode.env.language, options),
  ];
  return who === '' ? when : vscode.l10n.t('{0}, {1}', who, when);
}

/** All that is to be said of a label beside a line it holds for. */
export function wordsOfLabel(label: Label): LabelWords {
  return {
    verdict: label.label,
    title: `${verdictAndCategory(label)} · ${scopeText(label)}`,
    note: onOneLine(label.note ?? ''),
    given: whoAndWhen(label),
  };
}

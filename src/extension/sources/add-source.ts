import * as vscode from 'vscode';
import type { LogSource } from '../../protocol/log-source';
import type { SourceVerdict } from '../../protocol/sources';
import { localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import { type DraftStep, emptyDraft, type SourceDraft } from './draft';
import type { SourcesParts } from './parts';
import { draftOf, draftSteps, nameStep, sourceOf } from './source-draft';
import { back } from './steps';

type AddParts = Pick<SourcesParts, 'sources' | 'test' | 'consent'>;

export interface AddedSource {
  readonly source: LogSource;
  /** Undefined: it was not asked, as the person wished, or gave no answer. */
  readonly verdict: SourceVerdict | undefined;
}

/** Walks through what a source needs, asks it who it is, and keeps it. Undefined where it was given up. */
export async function addSource(parts: AddParts): Promise<AddedSource | undefined> {
  return ask(emptyDraft, undefined, parts);
}

export async function changeSource(source: LogSource, parts: AddParts): Promise<AddedSource | undefined> {
  return ask(draftOf(source), source, parts);
}

async function ask(
  first: SourceDraft,
  former: LogSource | undefined,
  parts: AddParts,
): Promise<AddedSource | undefined> {
  const { sources, consent } = parts;
  const title = former ? vscode.l10n.t('Change Log Source') : vscode.l10n.t('Add Log Source');
  const steps = [...draftSteps.slice(former ? 1 : 0), nameStep((name) => sources.get(name) !== undefined)];
  let draft: SourceDraft | undefined = first;
  for (let at = 0; draft; at = steps.length - 1) {
    draft = await answeredDraft(title, steps, draft, at);
    if (!draft) return undefined;
    const source = sourceOf(draft, former);
    // Of one that gets another name the secret is still kept under the former.
    const secret = draft.secret ?? (former && (await sources.secretOf(former.name)));
    const verdict = (await consent.mayTest(source)) ? await tested(source, secret, parts) : undefined;
    const choice = verdict?.ok === true ? 'keep' : await askAfterFailure(verdict);
    if (choice === undefined) return undefined;
    if (choice === 'change') continue;
    await sources.put(source, { former: former?.name ?? source.name, secret: draft.secret });
    if (verdict?.ok === true)
      void vscode.window.showInformationMessage(messageText(localise(verdict.sentence)));
    return { source, verdict };
  }
  return undefined;
}

/** From step `at` on, back and forth. Undefined where it was given up. */
async function answeredDraft(
  title: string,
  steps: readonly DraftStep[],
  given: SourceDraft,
  at: number,
): Promise<SourceDraft | undefined> {
  let draft = given;
  for (let index = at; index < steps.length; ) {
    const applying = steps.filter(({ applies }) => applies(draft));
    const place = { title, step: applying.indexOf(steps[index]) + 1, steps: applying.length };
    const answer = await steps[index].ask(place, draft);
    if (answer === undefined) return undefined;
    if (answer !== back) draft = { ...draft, ...answer };
    const former: number = index;
    index = next(steps, draft, index, answer === back ? -1 : 1);
    if (index < 0) index = former;
  }
  return draft;
}

function next(steps: readonly DraftStep[], draft: SourceDraft, from: number, step: 1 | -1): number {
  let index = from + step;
  while (index >= 0 && index < steps.length && !steps[index].applies(draft)) index += step;
  return index;
}

function tested(
  source: LogSource,
  secret: string | undefined,
  { test }: AddParts,
): Thenable<SourceVerdict | undefined> {
  const title = messageText(vscode.l10n.t('Asking {0}', source.name));
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, cancellation) => {
    const abort = new AbortController();
    cancellation.onCancellationRequested(() => abort.abort());
    return test(source, abort.signal, secret).catch(() => undefined);
  });
}

/** What failed can be kept all the same: the server may be down for now. */
async function askAfterFailure(verdict: SourceVerdict | undefined): Promise<'keep' | 'change' | undefined> {
  const keep = vscode.l10n.t('Keep It All the Same');
  const change = vscode.l10n.t('Change It…');
  const text = verdict
    ? messageText(localise(verdict.sentence))
    : vscode.l10n.t('The log source was not asked.');
  const chosen = await vscode.window.showWarningMessage(text, keep, change);
  if (chosen === keep) return 'keep';
  return chosen === change ? 'change' : undefined;
}

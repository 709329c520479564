import * as vscode from 'vscode';
import type { Authentication, SourceKind } from '../../protocol/log-source';
import type { Answered, StepPlace } from './steps';

/** What was answered so far; of a source that is changed, what it is. */
export interface SourceDraft {
  readonly kind: SourceKind;
  readonly name: string;
  readonly url: string;
  readonly authentication: Authentication['kind'];
  readonly user: string;
  /** Undefined: the one that is kept stays. */
  readonly secret: string | undefined;
  /** What the secret that is kept is for: of no use for another way. */
  readonly kept: Authentication['kind'];
  readonly tenant: string;
  readonly index: string;
  readonly caFile: string;
  readonly path: string;
  readonly command: readonly string[];
  /** The command is to be made of a machine and a file on it. */
  readonly isOverSsh: boolean;
  readonly host: string;
}

export interface DraftStep {
  readonly applies: (draft: SourceDraft) => boolean;
  ask(place: StepPlace, draft: SourceDraft): Promise<Answered<Partial<SourceDraft>>>;
}

export const emptyDraft: SourceDraft = {
  kind: 'loki',
  name: '',
  url: '',
  authentication: 'none',
  user: '',
  secret: undefined,
  kept: 'none',
  tenant: '',
  index: '*',
  caFile: '',
  path: '',
  command: [],
  isOverSsh: false,
  host: '',
};

/** Says so of an answer that is empty. */
export const filled = (value: string) =>
  value.trim() === '' ? vscode.l10n.t('Something must stand here.') : undefined;

import * as vscode from 'vscode';
import type { NsText } from '../../protocol/log-source';

/** How the output of what was picked is asked for. */
export interface Manner {
  readonly label: string;
  readonly follow: boolean;
  /** Of the run before the one that goes on. */
  readonly previous: boolean;
  /** From when on; null is from the beginning. */
  readonly since: () => NsText | null;
}

const minute = 60_000;
const ago = (milliseconds: number) => () => `${Date.now() - milliseconds}000000`;

export const manners: readonly Manner[] = [
  { label: vscode.l10n.t('The last hour'), follow: false, previous: false, since: ago(60 * minute) },
  {
    label: vscode.l10n.t('Live, from 10 minutes ago on'),
    follow: true,
    previous: false,
    since: ago(10 * minute),
  },
  { label: vscode.l10n.t('All there is'), follow: false, previous: false, since: () => null },
  {
    label: vscode.l10n.t('What it wrote before it crashed'),
    follow: false,
    previous: true,
    since: () => null,
  },
];

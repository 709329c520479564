import * as vscode from 'vscode';
import { durationText } from '../../protocol/gap-text';

/** Entries a second where nothing was fetched of the source yet: a million in a minute is slow for a server at hand. */
const usualPace = 17_000;

/** How long fetching takes, by how fast the source was last; `pace` null: nobody knows yet. */
export function fetchTimeText(entries: number, pace: number | null): string {
  const milliseconds = roughly((entries / (pace ?? usualPace)) * 1000);
  const time = durationText(Math.max(1000, milliseconds));
  return pace === null
    ? vscode.l10n.t('up to {0} from most servers', time)
    : vscode.l10n.t('about {0}, as fast as last time', time);
}

/** Two digits that count: it is no promise. */
function roughly(milliseconds: number): number {
  return Number(milliseconds.toPrecision(2));
}

import * as vscode from 'vscode';
import type { Following } from '../../protocol/big-log';
import type { FollowedChange } from '../../protocol/log-lines';
import type { AppendedAnalysis } from '../shared/appended-analysis';
import { formatNumber } from '../shared/localise';

/** Whether a log is followed, what happened to it, and its analysis that reads on behind what is appended. */
export class BigLogFollowing implements vscode.Disposable {
  private current: Following = { on: false, note: '' };

  constructor(
    private readonly analysis: AppendedAnalysis,
    private readonly changed: () => void,
  ) {}

  get state(): Following {
    return this.current;
  }

  switched(on: boolean): void {
    this.tell({ on, note: '' });
    if (on) this.analysis.wanted();
  }

  /** Nobody follows it, so what was appended is not shown. */
  hasGrown(): void {
    const note = vscode.l10n.t('The log has grown. Follow it to see what was appended.');
    this.tell({ ...this.current, note });
  }

  happened(change: FollowedChange): void {
    const note = noteOf(change);
    if (note !== '') this.tell({ ...this.current, note });
    if (this.current.on) this.analysis.wanted();
  }

  dispose(): void {
    this.analysis.dispose();
  }

  private tell(following: Following): void {
    this.current = following;
    this.changed();
  }
}

function noteOf({ kind, missedLines }: FollowedChange): string {
  const missed = missedLines === 0 ? '' : vscode.l10n.t('{0} lines missed', formatNumber(missedLines));
  const what = whatHappened(kind);
  return [what, missed].filter((part) => part !== '').join(' · ');
}

function whatHappened(kind: FollowedChange['kind']): string {
  switch (kind) {
    case 'grown':
      return '';
    case 'rotated':
      return vscode.l10n.t('The log was rotated; the new file goes on here.');
    case 'truncated':
      return vscode.l10n.t('The log was emptied; what is written since goes on here.');
    case 'gone':
      return vscode.l10n.t('The file is gone; it is waited for.');
    case 'back':
      return vscode.l10n.t('The file is back.');
  }
}

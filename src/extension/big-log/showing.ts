import * as vscode from 'vscode';
import type { BigLogShowing } from '../../protocol/big-log';
import { formatNumber, localise } from '../shared/localise';
import type { ShownRows } from '../shared/shown-rows';

const settled: BigLogShowing = { busy: false, text: '', isProblem: false };

/** What is being done to show what the filter and the dial ask for. */
export function showingOf(rows: ShownRows | undefined): BigLogShowing {
  const status = rows?.status;
  switch (status?.kind) {
    case 'searching': {
      const { bytes, totalBytes } = status.progress;
      return busy(vscode.l10n.t('Searching… {0} %', percent(totalBytes === 0 ? 0 : bytes / totalBytes)));
    }
    case 'analysing':
      return busy(vscode.l10n.t('Analysing, for what is asked needs records…'));
    case 'filtering':
      return busy(vscode.l10n.t('Filtering… {0} %', percent(status.share)));
    case 'ordering':
      return busy(vscode.l10n.t('Merging by time… {0} %', percent(status.share)));
    case 'problem':
      return { busy: false, text: localise(status.problem.sentence), isProblem: true };
    default:
      return settled;
  }
}

function busy(text: string): BigLogShowing {
  return { busy: true, text, isProblem: false };
}

function percent(share: number): string {
  return formatNumber(Math.floor(100 * share));
}

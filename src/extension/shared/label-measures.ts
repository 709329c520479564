import * as vscode from 'vscode';
import type { LearnedWeights } from '../../engine/labels/label-report';
import type { Sentence } from '../../engine/model/finding';
import type { ReportedLabels } from '../../protocol/labels';
import type { Taught } from './taught';

/** What labels made of the detectors when that was last asked, by log: it holds for the labels of then. */
export class LabelMeasures implements vscode.Disposable {
  private readonly byLog = new Map<string, LearnedWeights>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  of(uri: vscode.Uri): LearnedWeights | undefined {
    return this.byLog.get(uri.toString());
  }

  /** Undefined where there are too few labels by now. */
  set(uri: vscode.Uri, learned: LearnedWeights | undefined): void {
    if (learned) this.byLog.set(uri.toString(), learned);
    else this.byLog.delete(uri.toString());
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** How far labels reach, and what they make of the detectors: none where nothing is labelled. */
export function standingSentences(
  coverage: ReportedLabels,
  learned: LearnedWeights | undefined,
  weights: Taught['weights'],
): Sentence[] {
  const count = coverage.matches.records.length;
  if (count === 0 && !weights) return [];
  return [
    ...(count > 0 ? [reach(count, percent(coverage))] : []),
    ...(learned ? [measured(learned)] : []),
    ...(weights ? [{ pattern: 'learned weights in use', values: [] }] : []),
  ];
}

function reach(count: number, share: string): Sentence {
  if (count === 1) return { pattern: '1 label covers {0} % of the records', values: [share] };
  return { pattern: '{0} labels cover {1} % of the records', values: [count, share] };
}

/** Where more is found at the cost of precision, both are told: one alone would read as if labels did harm. */
function measured({ before, after }: LearnedWeights): Sentence {
  const precision = [before, after].map((measure) => measure.precision.toFixed(2));
  if (after.precision >= before.precision)
    return { pattern: 'precision {0} → {1}, cross-validated', values: precision };
  const recall = [before, after].map((measure) => measure.recall.toFixed(2));
  return {
    pattern: 'precision {0} → {1}, recall {2} → {3}, cross-validated',
    values: [...precision, ...recall],
  };
}

/** Rounded down: 100 is all of it. Below one with a decimal: a label on few of many records is no nothing. */
function percent({ covered, records }: ReportedLabels): string {
  if (records === 0) return '0';
  const share = (100 * covered) / records;
  return share > 0 && share < 1
    ? Math.max(0.1, Math.floor(share * 10) / 10).toFixed(1)
    : String(Math.floor(share));
}

import type * as vscode from 'vscode';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { SensitivityName } from '../shared/settings';

/** Marks one log as a sensitivity would; of those wanted while one is shown only the last comes next. */
export class Preview {
  private wanted: SensitivityName | undefined;
  private isBusy = false;

  constructor(
    private readonly analyses: Analyses,
    private readonly uri: vscode.Uri | undefined,
  ) {}

  get log(): AnalysedLog | undefined {
    return this.uri && this.analyses.get(this.uri);
  }

  show(sensitivity: SensitivityName): void {
    this.wanted = sensitivity;
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.log && this.wanted !== undefined && this.log.sensitivity !== this.wanted) {
      const sensitivity = this.wanted;
      // A log whose worker has ended stays as it is.
      const isDone = await this.analyses.rejudge(this.log.uri, { sensitivity }).then(
        () => true,
        () => false,
      );
      if (!isDone) break;
    }
    this.isBusy = false;
  }
}

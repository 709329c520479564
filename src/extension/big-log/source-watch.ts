import type * as vscode from 'vscode';
import type { InputProblem } from '../../protocol/analysis';
import type { OpenedSource } from '../../protocol/log-lines';
import { diskChange, fileState } from '../shared/disk-change';
import { logName } from '../shared/log-name';

/** Logs outside the workspace and on network shares have no reliable watcher; a stat costs microseconds. */
const pollMs = 2000;

export interface WatchedLog {
  /** A followed log notices by itself, and goes on. */
  readonly isFollowed: () => boolean;
  readonly isMerge: boolean;
  readonly tell: (problem: InputProblem | null) => void;
  /** There is more of it than is shown. */
  readonly grown: () => void;
}

/** Says when a file that is open is deleted, replaced or shrunk: the pages shown may no longer be those of the file. */
export class SourceWatch implements vscode.Disposable {
  private readonly timer: NodeJS.Timeout;
  private told = false;
  private isLooking = false;
  private ended = false;
  private toldGrown = false;

  constructor(
    /** As they were when they were read last. */
    private readonly sources: () => readonly OpenedSource[],
    private readonly log: WatchedLog,
  ) {
    this.timer = setInterval(() => void this.look(), pollMs).unref();
  }

  dispose(): void {
    clearInterval(this.timer);
    this.ended = true;
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    const isFollowed = this.log.isFollowed();
    const problem = isFollowed ? await this.grownBeside() : await this.problem();
    this.isLooking = false;
    // A share that answers late may say it of what is no longer open, or was not followed then.
    if (this.ended || this.log.isFollowed() !== isFollowed || (problem === null && !this.told)) return;
    this.told = problem !== null;
    this.log.tell(problem);
  }

  /** Of a merge that is followed: the lines of its last file have room to grow, those of the others would move all behind them. */
  private async grownBeside(): Promise<InputProblem | null> {
    if (!this.log.isMerge) return null;
    const grown: string[] = [];
    for (const { path, file } of this.sources().slice(0, -1)) {
      const now = file && (await fileState(path));
      if (file && now && diskChange(file, now) !== undefined) grown.push(logName({ path }));
    }
    return grown.length === 0 ? null : grownProblem(grown);
  }

  private grew(): void {
    if (!this.toldGrown && !this.ended) this.log.grown();
    this.toldGrown = true;
  }

  private async problem(): Promise<InputProblem | null> {
    for (const { path, file } of this.sources()) {
      if (file === null) continue;
      const now = await fileState(path);
      if (!now) return goneProblem(path);
      const change = diskChange(file, now);
      if (change === 'changed-on-disk') return replacedProblem(path);
      if (change === 'grown') this.grew();
    }
    return null;
  }
}

function grownProblem(names: readonly string[]): InputProblem {
  return {
    code: 'grown-beside',
    sentence: {
      pattern:
        'More was written to {0}. Of a merge only the last file is followed: open it again to see the lines of all, each at its time.',
      values: [names.join(', ')],
    },
  };
}

function goneProblem(path: string): InputProblem {
  return {
    code: 'gone',
    sentence: {
      pattern:
        '{0} was deleted or moved. What is shown is what could still be read of it; open it again when it is back.',
      values: [logName({ path })],
    },
  };
}

function replacedProblem(path: string): InputProblem {
  return {
    code: 'replaced',
    sentence: {
      pattern:
        '{0} was replaced or became shorter since it was opened, so lines may not be those of the file. Open it again.',
      values: [logName({ path })],
    },
  };
}

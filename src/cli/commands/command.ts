import type { Tell } from '../../protocol/overview';
import type { Output } from '../terminal/output';
import type { Palette } from '../terminal/palette';
import type { ProgressLine } from '../terminal/progress-line';

/** 0 ran, 1 found something at or above --fail-on. 2, could not run, is thrown. */
export type ExitCode = 0 | 1;

/** What a command may touch of the world. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly out: Output;
  readonly palette: Palette;
  readonly progress: ProgressLine;
  readonly tell: Tell;
  /** The folder that holds package.json, dist/ and l10n/. */
  readonly installation: string;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The text of `oddline NAME --help`. */
  readonly usage: string;
  /** @throws UsageError, InputError */
  run(args: string[], surroundings: Surroundings): Promise<ExitCode>;
}

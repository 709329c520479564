import type { Sentence } from '../../engine/model/finding';
import type { Tell } from '../../protocol/overview';
import type { Fit } from '../terminal/fit-width';
import type { OpenedLogs } from '../terminal/opened-logs';
import type { Output } from '../terminal/output';
import type { Palette } from '../terminal/palette';
import type { ProgressLine } from '../terminal/progress-line';

/** 0 ran, 1 found something at or above --fail-on, or an error in a data set. 2, could not run, is thrown. */
export type ExitCode = 0 | 1;

/** What a command may touch of the world. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly out: Output;
  /** What a command opens; closed when it has ended. */
  readonly opened: OpenedLogs;
  readonly palette: Palette;
  /** Log text to the width of the terminal. */
  readonly fit: Fit;
  readonly progress: ProgressLine;
  readonly tell: Tell;
  /** Says something beside the output, in one line on standard error. */
  readonly note: (sentence: Sentence) => void;
  /** The folder that holds package.json, dist/ and l10n/. */
  readonly installation: string;
}

/** An operand or option as it is typed, and what it means, a sentence a line. */
export interface UsageRow {
  readonly term: string;
  readonly meaning: readonly Sentence[];
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Sentence;
  readonly synopsis: string;
  /** What `oddline NAME --help` explains. */
  readonly usage: readonly UsageRow[];
  /** @throws UsageError, InputError */
  run(args: string[], surroundings: Surroundings): Promise<ExitCode>;
}

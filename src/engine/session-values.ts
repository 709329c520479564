import type { GivenRule } from './detectors/rules/given-rule';
import type { FormatCorrection } from './formats/corrections/format-correction';
import type { TaughtLabel } from './labels/label';
import type { DetectorWeights } from './labels/label-report';
import type { LevelName } from './model/level';
import type { SourceRole } from './model/record-table';
import type { TimeBound } from './model/time-bound';
import type { ByteOffset, LineNumber, SourceIndex } from './model/units';
import type { SourceStart } from './records/source-reader';
import type { TemplateCorrection } from './templates/corrections/correction';
import type { Sensitivity } from './triage/sensitivity';

export interface SessionOptions {
  /** Seeds every pseudo-random choice; the same bytes with the same seed give the same findings. */
  readonly seed?: number;
  /** Only records within become findings; the others still say what is usual. */
  readonly from?: TimeBound;
  readonly until?: TimeBound;
  /** Findings made at most, the highest scores: each is an object of about a kilobyte. */
  readonly maxFindings?: number;
  /** How much is a finding; `normal` where left out. */
  readonly sensitivity?: Sensitivity | undefined;
  /** What people said of records, templates, sessions and incidents. */
  readonly labels?: readonly TaughtLabel[] | undefined;
  /** What detectors count by, learned from labels; null or left out: as they are built to. */
  readonly weights?: DetectorWeights | null | undefined;
  /** The field or parameter whose values name sessions; undefined finds it. */
  readonly sessionField?: string | undefined;
  /** What a person said about templates, in order; see `Session.correctTemplates`. */
  readonly templateCorrections?: readonly TemplateCorrection[];
  /** Rules people wrote, in order, to add to the default set and to change it; `prepareRules` must have been awaited with them. */
  readonly rules?: readonly GivenRule[];
}

/** What can be changed without learning anew. */
export type Judging = Pick<SessionOptions, 'sensitivity' | 'labels' | 'weights'>;

export interface SourceDescription {
  readonly path: string;
  /** Records of a `baseline` count as normal and never become findings. */
  readonly role: SourceRole;
  /** VS Code's name of the encoding; undefined detects UTF-8, UTF-16 and GB18030. */
  readonly encoding?: string | undefined;
  /** Where reading does not begin with the file's first line: then what is pushed begins with a line. */
  readonly start?: SourceStart | undefined;
  /** Seconds since the epoch that times without a year lie before: when the file was last written. */
  readonly referenceSeconds: number;
  /** What a person showed of the file's format. `openSource` and `push` throw where one is invalid (`isFormatCorrection`). */
  readonly formatCorrections?: readonly FormatCorrection[] | undefined;
}

/** A line's bytes in its source as transcoded to UTF-8, its line end included. */
export interface LineSpan {
  readonly source: SourceIndex;
  readonly start: ByteOffset;
  readonly end: ByteOffset;
}

/** The first line of a record. */
export interface RecordLine {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly time: string | null;
  readonly level: LevelName;
}

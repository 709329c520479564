export type ExerciseLanguage = 'en' | 'zh';

/**
 * `single`: one trouble. `cascade`: others write ten errors for each of its own. `red herring`: old errors all day that belong to nothing.
 * `fleet`: one host of six, among mishaps that happen every day. `cause missing`: the service it comes from wrote elsewhere. `no trouble`.
 */
export type ExerciseShape = 'single' | 'cascade' | 'red herring' | 'fleet' | 'cause missing' | 'no trouble';

/** A made-up log with what a good answer says of it. */
export interface Exercise {
  /** `en-3`; stays the same. */
  readonly name: string;
  readonly language: ExerciseLanguage;
  readonly shape: ExerciseShape;
  /** The log: lines ended by LF, the last one too. */
  readonly text: string;
  /** What was planted; null where nothing was. */
  readonly cause: ExerciseCause | null;
}

export interface ExerciseCause {
  /** Of `troubleTable`, or `host`. */
  readonly kind: string;
  /** What names where it comes from: the service, its database, the host. */
  readonly places: readonly string[];
  /** 1-based: every line that is a sign of it, others' complaints too. */
  readonly lines: readonly number[];
  /** Lines by which its own service shows it, one list a message; none where its service wrote elsewhere. */
  readonly messages: readonly (readonly number[])[];
}

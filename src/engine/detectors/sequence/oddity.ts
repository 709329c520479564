/** How often an event occurs in a sequence, against the normal sequences that are compared. */
export interface CountOddity {
  readonly kind: 'unknown-event' | 'missing-event' | 'more-often' | 'less-often';
  readonly event: number;
  /** Index of the occurrence that makes it odd; the sequence's length where one more was to be expected. */
  readonly position: number;
  /** Occurrences in this sequence. */
  readonly count: number;
  /** Occurrences in most of the sequences compared; of more than 8 the lower end of a quarter octave. */
  readonly usual: number;
  /** Compared are normal sequences with as many of this event; null: all of them. */
  readonly given: { readonly event: number; readonly count: number } | null;
  /** Normal sequences compared, and those among them as extreme as this one. */
  readonly compared: number;
  readonly alike: number;
  /** Nats: ln((compared + 1) / (alike + 1/2)), so it is bounded by how much was seen. */
  readonly surprise: number;
}

/** What comes after what; null stands for the start and the end of a sequence. */
export interface StepOddity {
  readonly kind: 'unknown-step' | 'early-end';
  /** Index of the event that was not to be expected there; the sequence's length for its end. */
  readonly position: number;
  readonly event: number | null;
  readonly after: number | null;
  /** What most often comes there. */
  readonly usual: number | null;
  /** Normal sequences in which it came to this place, and those that went on as this one. */
  readonly compared: number;
  readonly alike: number;
  readonly surprise: number;
}

export type SequenceOddity = CountOddity | StepOddity;

export interface SequenceJudgement {
  /** 0 to 1; above 0.5 the sequence is odd. */
  readonly score: number;
  /** Odd counts before odd steps where both are, as they are easier to check; the strongest of each first. */
  readonly oddities: readonly SequenceOddity[];
}

/** Event ids, 0 to 2^24 − 1, in their order. */
export type EventSequence = ArrayLike<number>;

/** Evidence below 1 in 20 is none. */
export const leastOdds = 20;
export const leastSurprise = Math.log(leastOdds);

/**
 * Surprise in nats at what `alike` of `compared` sequences show, by the estimate of Krichevsky and Trofimov (1981):
 * unseen among 10 is little, unseen among 10,000 is much.
 */
export function surpriseAt(alike: number, compared: number): number {
  return Math.log((compared + 1) / (alike + 0.5));
}

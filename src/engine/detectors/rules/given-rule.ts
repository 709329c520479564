/** A rule as a person wrote it, and where. */
export interface GivenRule {
  /** Path of the file, or name of the setting. */
  readonly place: string;
  readonly unit: 'line' | 'entry';
  /** Within the place, from 1. */
  readonly number: number;
  /** What JSON makes of it; null where it is none. */
  readonly rule: unknown;
}

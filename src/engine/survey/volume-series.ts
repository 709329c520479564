/** How much was written in each step of time, of all or of those with these labels, as a server counts it without sending it. */
export interface VolumeSeries {
  /** `all` has no labels; `level` has one, named `level`; `label` one or more of the log's own. */
  readonly by: 'all' | 'level' | 'label';
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** What the server counts: entries exactly, or bytes as it estimates them. */
  readonly unit: 'entries' | 'bytes';
  /** One a step, from the first; 0 where nothing was written. */
  readonly counts: readonly number[];
}

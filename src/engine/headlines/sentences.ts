/** English patterns of the headlines; each is a key of the language bundles. */
export const headlineSentences = {
  since: 'Since {0}: {1}',
  sinceLine: 'It begins with: {0}',
  newSince: 'New since then: `{0}` ({1} records)',
  newOnce: 'New since then: `{0}` (once)',
  unknown: 'New against the baseline: `{0}` ({1} records)',
  unknownOnce: 'New against the baseline: `{0}` (once)',
  loudestService: 'Loudest: {0}, with {1} of {2} errors',
  loudestTemplate: 'Loudest: `{0}`, with {1} of {2} errors',
} as const;

const nanosPerMilli = 1_000_000n;

/** `2026-03-14 09:26:53`, UTC, as the other sentences of the engine say a time. `time`: nanoseconds since the epoch in decimal. */
export function timeText(time: string): string {
  const date = new Date(Number(BigInt(time) / nanosPerMilli));
  return Number.isNaN(date.getTime()) ? time : date.toISOString().slice(0, 19).replace('T', ' ');
}

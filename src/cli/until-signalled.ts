/** As shells have it: 128 and the signal's number. */
const endedBySignal = { SIGINT: 130, SIGTERM: 143 } as const;

/** Ctrl+C ends what runs for us and removes what was written so far, before it ends us: what hears of it acts at once. */
export async function untilSignalled<Answer>(
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const abort = new AbortController();
  const end = (name: 'SIGINT' | 'SIGTERM') => {
    abort.abort();
    process.exit(endedBySignal[name]);
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await work(abort.signal);
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

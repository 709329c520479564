/** As shells have it: 128 and the signal's number. */
const endedBySignal = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

type EndingSignal = keyof typeof endedBySignal;

/** Ctrl+C ends what runs for us and removes what was written so far, before it ends us: what hears of it acts at once. */
export async function untilSignalled<Answer>(
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const abort = new AbortController();
  const end = (name: EndingSignal) => {
    abort.abort();
    process.exit(endedBySignal[name]);
  };
  return onceSignalled(end, () => work(abort.signal));
}

/** `heard`: that somebody pressed Ctrl+C, stopped us, or closed the terminal, while the work is done. */
export async function onceSignalled<Answer>(
  heard: (name: EndingSignal) => void,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const names = Object.keys(endedBySignal) as EndingSignal[];
  for (const name of names) process.once(name, heard);
  try {
    return await work();
  } finally {
    for (const name of names) process.off(name, heard);
  }
}

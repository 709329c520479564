import type { ScoreShape } from '../../../src/protocol/log-shape';
import type { Host } from '../host';
import type { SectionParts } from '../section';

interface Asked {
  readonly question: string;
  readonly answer: Promise<ScoreShape>;
  readonly running: AbortController;
  waiting: number;
}

const asked = new WeakMap<Host, Asked>();

/** Two cards show by the same scores, and scoring a large log takes long: it is asked for once, until neither waits for it. */
export async function scoresOf(
  { host, model }: Pick<SectionParts, 'host' | 'model'>,
  signal: AbortSignal,
): Promise<ScoreShape> {
  const window = model.range ?? { from: null, until: null };
  const question = JSON.stringify([model.state.log?.version, window.from, window.until]);
  let one = asked.get(host);
  if (one?.question !== question || one.running.signal.aborted) {
    const running = new AbortController();
    const answer = host.call('scores', window, { signal: running.signal });
    one = { question, answer, running, waiting: 0 };
    asked.set(host, one);
  }
  return share(host, one, signal);
}

async function share(host: Host, one: Asked, signal: AbortSignal): Promise<ScoreShape> {
  one.waiting++;
  const leave = () => {
    one.waiting--;
    if (one.waiting === 0) one.running.abort();
  };
  signal.addEventListener('abort', leave);
  try {
    return await one.answer;
  } catch (error) {
    // Whoever tries again asks anew.
    if (asked.get(host) === one) asked.delete(host);
    throw error;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

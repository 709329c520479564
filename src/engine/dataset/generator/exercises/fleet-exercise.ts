import { generateFleetLog, type PlantedCause } from '../fleet/fleet-log';
import type { Exercise } from './exercise';

const requests = 900;

/** One host whose requests time out for some minutes; now and then one does on every host. */
export function fleetExercise(name: string, seed: number): Exercise {
  const { text, cause } = generateFleetLog({
    ...{ seed, requests, rhythm: 'steady', layout: 'text', cause: 'host' },
  });
  if (cause === null) throw new Error('No cause was planted');
  const lines = linesOf(text, cause);
  return {
    ...{ name, language: 'en', shape: 'fleet', text },
    cause: { kind: 'host', places: [cause.value], lines, messages: [lines] },
  };
}

/** A mishap of the same host at the same time is as good a sign as those planted. */
function linesOf(text: string, { value, fromMs, untilMs }: PlantedCause): number[] {
  const signs: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const time = Date.parse(line.slice(0, line.indexOf(' ')));
    const isThen = time >= fromMs && time <= untilMs + longestWaitMs;
    if (isThen && line.includes(`host=${value} `) && line.includes('Gave up waiting')) signs.push(index + 1);
  }
  return signs;
}

/** A request that came before the end may be given up behind it. */
const longestWaitMs = 1_000;

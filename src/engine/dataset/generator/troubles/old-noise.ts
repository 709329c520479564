import { integer, pick, type Random } from '../draws';
import { notice, type PlannedIncident } from '../incidents/incident';
import { type Step, step } from '../step';

/** What fails in this shop every day; nobody minds any more. */
const noises: readonly Step[] = [
  step(0, 'shipping', 'ERROR', 'Label printer 3 does not answer'),
  step(0, 'mailer', 'ERROR', 'Newsletter template {batch} skipped: picture not found'),
  step(0, 'catalog', 'WARN', 'Supplier feed without price for {sku}'),
  step(0, 'gateway', 'ERROR', 'GET /favicon.ico answered 500 in {milliseconds} ms, {size} bytes'),
];
/** The noise begins within two minutes and goes on to the end. */
const logSeconds = 2_260;

/** One or two of them from the first minute to the last. */
export function oldNoise(random: Random): PlannedIncident {
  const first = integer(random, 0, noises.length - 1);
  const chosen = random() < 0.5 ? [noises[first]] : [noises[first], noises[(first + 1) % noises.length]];
  const scenes = chosen.flatMap((noise) => {
    const every = pick(random, [12, 17, 23]);
    return Array.from({ length: Math.floor(logSeconds / every) }, (_, index) =>
      notice(index * every + integer(random, 0, 4), [{ ...noise, sign: 'abnormal' }]),
    );
  });
  return { name: 'old-noise', minute: 0, lastsSeconds: 0, affects: [], scenes };
}

import { integer, pick, type Random } from '../draws';
import type { Failure, Fault } from './faults';
import type { Place } from './places';
import type { Beat } from './request-kinds';

/** What is said where a fault strikes, before anybody else hears of it. */
export interface TroubleBeats {
  readonly strain: Beat;
  readonly failure: Beat;
}

const usualDelay = 400;

/** Records tell how long somebody waited, and their times must bear it out: where there is a limit, strain and failure share it. */
export function troubleBeats(
  fault: Fault,
  { said }: Failure,
  place: Place,
  isStrained: boolean,
  random: Random,
): TroubleBeats {
  const strain: Beat = {
    ...beatAt(place, fault, fault.strain),
    ...{ level: 'WARN', after: fault.strainTakes ?? usualDelay },
  };
  const failure = beatAt(place, fault, said);
  if (fault.limits === undefined) return { strain, failure };
  const limit = pick(random, fault.limits);
  const strained = isStrained ? integer(random, Math.round(limit * 0.4), Math.round(limit * 0.8)) : 0;
  return {
    strain: { ...strain, after: strained, exact: true },
    failure: { ...failure, after: limit - strained, exact: true, waited: limit },
  };
}

export function beatAt({ service, peer }: Place, { level }: Fault, said: Beat['said']): Beat {
  const beat: Beat = { after: usualDelay, service, level, said };
  return peer === undefined ? beat : { ...beat, peer };
}

import { shuffled } from '../../../model/shuffled';
import { integer, pick, pickWeighted, type Random } from '../draws';
import type { ServiceName } from '../services';
import { aftermath } from './fault-phrases';
import { type Failure, type Fault, faults } from './faults';
import { type Place, placesOf } from './places';
import type { Beat, RequestKind } from './request-kinds';
import { beatAt, troubleBeats } from './trouble-beats';

/** What one request goes through, before it is put into words. */
export interface Story {
  readonly kind: RequestKind;
  /** What it is answered with. */
  readonly status: number;
  readonly beats: readonly Beat[];
  /** Indices of beats that tell what is wrong, ascending. */
  readonly signs: readonly number[];
  /** Where somebody met a difficulty that came right. */
  readonly overcome: number | null;
  readonly mishap: Mishap | null;
}

export interface Mishap {
  readonly fault: Fault;
  readonly failure: Failure;
  readonly place: Place;
  /** Index of the beat that says it first. */
  readonly at: number;
}

/** Windows that models are trained on have 6 to 15 records. */
const fewestRecords = 6;
const mostRecords = 15;

/** How often something strains a request that succeeds, and how often it fails at first then. */
const strainOfGood = 0.2;
const failureOfGood = 0.4;
/** How often something strains a request that will fail. */
const strainOfBad = 0.6;

export function goodStory(kinds: readonly RequestKind[], random: Random): Story {
  const kind = pickWeighted(random, kinds);
  const work = happening(kind.work, random);
  const difficulty = random() < strainOfGood ? difficultyOf({ ...kind, work }, random) : null;
  const met = difficulty === null ? work : work.toSpliced(difficulty.at, 0, ...difficulty.beats);
  const beats = shortened([...kind.opening, ...met, kind.closing]);
  const overcome = difficulty === null ? null : beats.indexOf(difficulty.beats[0]);
  return { kind, status: kind.status, beats, signs: [], overcome, mishap: null };
}

/** @throws RangeError where no kind of request can suffer the fault. */
export function badStory(kinds: readonly RequestKind[], fault: Fault, random: Random): Story {
  const exposed = kinds.filter((kind) => placesOf(fault, kind).length > 0);
  if (exposed.length === 0) throw new RangeError(`No request can suffer ${fault.name}`);
  const kind = pickWeighted(random, exposed);
  const place = pick(random, placesOf(fault, kind));
  const failure = pick(random, fault.failures);
  const before = [...kind.opening, ...happening(kind.work.slice(0, place.at), random)];
  const isStrained = random() < strainOfBad;
  const { strain, failure: worst } = troubleBeats(fault, failure, place, isStrained, random);
  const signs = isStrained ? [strain, worst] : [worst];
  const complaints = complaintsOf(place.service, kind, fault);
  const closing: Beat = { ...kind.closing, level: fault.level };
  const told = [...signs, ...complaints];
  const length = before.length + told.length + 1;
  const beats = shortened([...before, ...told, ...consequences(kind, length, random), closing]);
  const isSign = new Set<Beat>([...told, closing]);
  const found = beats.flatMap((beat, index) => (isSign.has(beat) ? [index] : []));
  const mishap = { fault, failure, place, at: beats.indexOf(worst) };
  return { kind, status: fault.status, beats, signs: found, overcome: null, mishap };
}

function happening(beats: readonly Beat[], random: Random): Beat[] {
  return beats.filter(({ chance }) => chance === undefined || random() < chance);
}

/** An error that was got over is none: what was said of it tells less than how the request ended. */
function difficultyOf(kind: RequestKind, random: Random) {
  const fault = pick(random, faults);
  const places = placesOf(fault, kind);
  if (places.length === 0) return null;
  const place = pick(random, places);
  const { strain, failure } = troubleBeats(fault, pick(random, fault.failures), place, true, random);
  if (random() >= failureOfGood) return { beats: [strain], at: place.at };
  const recovery: Beat = { ...beatAt(place, fault, aftermath.recovered), level: 'INFO' };
  return { beats: [strain, failure, recovery], at: place.at };
}

/** Everybody on the way from who noticed to where the request came in says so, the nearest first. */
function complaintsOf(first: ServiceName, { callers }: RequestKind, { level }: Fault): Beat[] {
  const complaints: Beat[] = [];
  for (let peer = first, caller = callers[peer]; caller !== undefined; peer = caller, caller = callers[peer])
    complaints.push({ after: 4, service: caller, level, said: aftermath.callFailed, peer });
  return complaints;
}

/** What else is done about it: as much as a window needs to be long enough, or a little more. */
function consequences(kind: RequestKind, length: number, random: Random): Beat[] {
  const { service } = kind.closing;
  const count = Math.max(fewestRecords - length, integer(random, 0, 2));
  return shuffled([aftermath.rolledBack, aftermath.reported, aftermath.traceKept], random)
    .slice(0, count)
    .map((said) => ({ after: 3, service, level: 'INFO', said }));
}

/** Without the first of its least important records, where it is longer than a window. */
function shortened(beats: readonly Beat[]): Beat[] {
  let surplus = beats.length - mostRecords;
  return beats.filter(({ level }) => level !== 'DEBUG' || surplus-- <= 0);
}

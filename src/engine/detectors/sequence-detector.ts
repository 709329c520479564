import type { SessionId, Sessions } from '../features/sessions/sessions';
import type { Reason, Sentence } from '../model/finding';
import type { RecordIndex } from '../model/units';
import type { Detector, DetectorInput } from './detector';
import { priorSequences } from './prior-sequences';
import { learnSequences } from './sequence/learn-sequences';
import type { SequenceOddity } from './sequence/oddity';
import type { SequenceModel } from './sequence/sequence-model';
import { judgeStream, type OddPlace, type StreamJudgement } from './sequence/stream/stream-judge';
import { streamReason } from './sequence/stream/stream-reason';
import { sequencePatterns, sequenceReason } from './sequence-detector-reason';
import { type Skip, skipsOf } from './sequence-detector-skips';

/** Fewer sessions have not shown what is usual. */
const fewestSessions = 30;
/** Of a session; what comes behind is left out. */
const longestSession = 1 << 12;
const sessionsAStep = 1 << 8;

/** Decades at which the score of a skipped step is a half: 812 of 815 others have it. */
const halfOfSkip = 2.35;
/** From which a model calls a session odd. */
const oddScore = 0.5;
const highestScore = 0.85;
const leastScore = 0.45;

/** What is odd about a session, kept at the record where it shows. */
interface OddSession {
  readonly session: SessionId;
  readonly score: number;
  readonly oddity: SequenceOddity | Skip;
}

/** Sessions (requests, jobs, blocks) that go another way than others: a step too much, too few, or out of order. */
export class SequenceDetector implements Detector {
  readonly id = 'sequence';
  private readonly odd = new Map<number, OddSession>();
  /** A session is told of once: where it is oddest, or where a step should have come by. */
  private readonly recordOf = new Map<SessionId, number>();
  /** What is odd about the stream of a log whose records nothing links. */
  private readonly oddPlaces = new Map<number, OddPlace>();
  private sessions: Sessions | undefined;
  private left: Sentence | undefined;

  *learn(input: DetectorInput): Generator<void, Sentence | undefined> {
    const sessions = yield* input.sessions.found();
    this.sessions = sessions;
    const priorOf = priorSequences(input, sessions);
    let judged = false;
    for (const link of sessions.links) {
      const { known, log } = wholeSessions(input, sessions, link);
      const prior = priorOf.get(link) ?? [];
      const learned = known.length + prior.length >= fewestSessions ? known : log;
      if (learned === log && log.length < fewestSessions) continue;
      judged = true;
      const sequencesOf = (ids: readonly SessionId[]) => ids.map((id) => eventsOf(input, sessions, id));
      const judgedSequences = sequencesOf(log);
      const learnedSequences = learned === log ? judgedSequences : [...prior, ...sequencesOf(known)];
      const model = yield* learnSequences(learnedSequences, learned === log ? 'mixed' : 'normal');
      if (learned === log) this.noteSkips(log, judgedSequences);
      yield* this.judge(log, judgedSequences, model, learned === log);
    }
    if (judged) return undefined;
    const stream = input.sessions.name === undefined ? yield* this.judgeStream(input) : undefined;
    return stream?.isOrdered === true ? undefined : notJudged(sessions, input.sessions.name);
  }

  unseen(): Sentence | undefined {
    return this.left;
  }

  scoreOf(record: RecordIndex): number {
    return this.odd.get(record)?.score ?? this.oddPlaces.get(record)?.score ?? 0;
  }

  explain(input: DetectorInput, record: RecordIndex, score: number): Reason {
    const place = this.oddPlaces.get(record);
    if (place !== undefined) return streamReason(place, input);
    const odd = this.odd.get(record);
    if (odd === undefined || this.sessions === undefined)
      throw new Error('explain was called for a score of 0');
    return sequenceReason(odd.oddity, odd.session, score, this.sessions, input);
  }

  /** The strongest of a record counts. */
  private *judgeStream(input: DetectorInput): Generator<void, StreamJudgement> {
    const judgement = yield* judgeStream(input);
    const { recordCount } = input.records;
    if (judgement.stepRecords < recordCount)
      this.left = { pattern: sequencePatterns.someSteps, values: [judgement.stepRecords, recordCount] };
    for (const place of judgement.odd) {
      const { records } = place.stream;
      const record = records[Math.min(place.oddity.position, records.length - 1)];
      const known = this.oddPlaces.get(record);
      if (known === undefined || known.score < place.score) this.oddPlaces.set(record, place);
    }
    return judgement;
  }

  private *judge(
    sessions: readonly SessionId[],
    sequences: readonly Uint32Array[],
    model: SequenceModel,
    learned: boolean,
  ): Generator<void, void> {
    for (const [i, session] of sessions.entries()) {
      if (i % sessionsAStep === 0) yield;
      const { score, oddities } = model.judge(sequences[i], learned);
      const [oddity] = oddities;
      if (oddity === undefined || score < oddScore || (learned && isRareEvent(oddity))) continue;
      this.note(session, oddity.position, { session, score: Math.min(highestScore, score), oddity });
    }
  }

  private noteSkips(sessions: readonly SessionId[], sequences: readonly Uint32Array[]): void {
    for (const skip of skipsOf(sequences)) {
      const session = sessions[skip.session];
      const score = Math.min(highestScore, 1 - 2 ** -(skip.decades / halfOfSkip));
      if (score < leastScore) continue;
      this.note(session, skip.position, { session, score, oddity: skip });
    }
  }

  /** What is missing at the end shows at the last record. */
  private note(session: SessionId, position: number, odd: OddSession): void {
    const records = this.sessions?.recordsOf(session) ?? [];
    const record = this.recordOf.get(session) ?? records[Math.min(position, records.length - 1)];
    this.recordOf.set(session, record);
    const known = this.odd.get(record);
    if (known === undefined || known.score < odd.score)
      this.odd.set(record, { ...odd, score: Math.fround(odd.score) });
  }
}

/** In a log compared with itself an event that hardly any session has is a rare event, which others say. */
function isRareEvent(oddity: SequenceOddity): boolean {
  return 'count' in oddity && oddity.count > 0 && oddity.usual === 0;
}

function notJudged({ links, count }: Sessions, name: string | undefined): Sentence {
  if (links.length > 0) return { pattern: sequencePatterns.tooFewSessions, values: [count, fewestSessions] };
  if (name !== undefined) return { pattern: sequencePatterns.noSuchName, values: [name] };
  return { pattern: sequencePatterns.noSessions, values: [] };
}

/** Sessions of a link that neither the log's ends nor those of a stretch have cut: of baselines, and of the log. */
function wholeSessions(
  { records }: DetectorInput,
  sessions: Sessions,
  link: Sessions['links'][number],
): { known: SessionId[]; log: SessionId[] } {
  const known: SessionId[] = [];
  const log: SessionId[] = [];
  for (let id = 0; id < sessions.count; id++) {
    const session = id as SessionId;
    if (sessions.linkOf(session) !== link) continue;
    if (sessions.beginIsCut(session) || sessions.endIsCut(session)) continue;
    const source = records.sourceOfRecord(sessions.recordsOf(session)[0] as RecordIndex);
    (records.sources[source].role === 'log' ? log : known).push(session);
  }
  return { known, log };
}

/** The templates of a session's records, in order. */
function eventsOf({ templates }: DetectorInput, sessions: Sessions, session: SessionId): Uint32Array {
  return Uint32Array.from(sessions.recordsOf(session).subarray(0, longestSession), (record) =>
    templates.templateOf(record as RecordIndex),
  );
}

import type { SessionId, Sessions } from '../features/sessions/sessions';
import type { Evidence, Reason, Sentence } from '../model/finding';
import type { LineIndex, RecordIndex, TemplateId } from '../model/units';
import type { DetectorInput } from './detector';
import type { CountOddity, SequenceOddity, StepOddity } from './sequence/oddity';
import type { Skip } from './sequence-detector-skips';

/** English patterns of what the sequence detector says; each is a key of the language bundles. */
export const sequencePatterns = {
  missing: '`{0}` has no `{1}`; {2} of {3} others have it',
  missingGiven: '`{0}` has no `{1}`; {2} of {3} others with `{4}` have it',
  less: '`{0}` has `{1}` {2} times, usually {3} times; so seldom in {4} of {5} others',
  more: '`{0}` has `{1}` {2} times, usually {3} times; so often in {4} of {5} others',
  unexpected: '`{0}` has `{1}`; {2} of {3} others have it',
  unexpectedGiven: '`{0}` has `{1}` beside `{4}`; {2} of {3} others with that have it',
  step: '`{0}` goes on with `{1}` after `{2}`, {3} of {4} others do; usually `{5}` comes there',
  stepAfterEnd: '`{0}` goes on with `{1}` after `{2}`, {3} of {4} others do; it usually ends there',
  first: '`{0}` begins with `{1}`, {2} of {3} others do; usually `{4}` comes first',
  end: '`{0}` ends with `{1}`, {2} of {3} others do; usually `{4}` comes then',
  begin: 'begins here',
  noSuchName: 'no field and no word before a value is called `{0}`, so nothing links records',
  noSessions: 'nothing that links records and no order that keeps coming back, so their order was not judged',
  someSteps: 'order of events: of {0} of {1} records',
  tooFewSessions: 'too few whole sessions ({0} in all) to say what is usual, that takes {1}',
} as const;

/** Chars of a template that are told. */
const longestTold = 80;

/** What is odd about a session, with its first line. */
export function sequenceReason(
  oddity: SequenceOddity | Skip,
  session: SessionId,
  score: number,
  sessions: Sessions,
  input: DetectorInput,
): Reason {
  const [first] = sessions.recordsOf(session);
  return {
    detector: 'sequence',
    score,
    message: sentence(oddity, sessions.idOf(session), input),
    evidence: [evidence(input, first as RecordIndex, sequencePatterns.begin)],
  };
}

function sentence(oddity: SequenceOddity | Skip, id: string, input: DetectorInput): Sentence {
  const told = (event: number | null) => (event === null ? '' : toldTemplate(input, event));
  if ('decades' in oddity) return skipSentence(oddity, id, told);
  return 'given' in oddity ? countSentence(oddity, id, told) : stepSentence(oddity, id, told);
}

function skipSentence({ event, given, having, compared }: Skip, id: string, told: Told): Sentence {
  return { pattern: sequencePatterns.missingGiven, values: [id, told(event), having, compared, told(given)] };
}

type Told = (event: number | null) => string;

function stepSentence(
  { kind, event, after, usual, compared, alike }: StepOddity,
  id: string,
  told: Told,
): Sentence {
  if (kind === 'early-end')
    return { pattern: sequencePatterns.end, values: [id, told(after), alike, compared, told(usual)] };
  if (after === null)
    return { pattern: sequencePatterns.first, values: [id, told(event), alike, compared, told(usual)] };
  const values = [id, told(event), told(after), alike, compared];
  if (usual === null) return { pattern: sequencePatterns.stepAfterEnd, values };
  return { pattern: sequencePatterns.step, values: [...values, told(usual)] };
}

function countSentence(oddity: CountOddity, id: string, told: Told): Sentence {
  const { kind, event, count, usual, given, compared, alike } = oddity;
  if (count === 0) {
    const pattern = given === null ? sequencePatterns.missing : sequencePatterns.missingGiven;
    return { pattern, values: [id, told(event), compared - alike, compared, told(given?.event ?? null)] };
  }
  if (usual === 0) {
    const pattern = given === null ? sequencePatterns.unexpected : sequencePatterns.unexpectedGiven;
    return { pattern, values: [id, told(event), alike, compared, told(given?.event ?? null)] };
  }
  const pattern = kind === 'less-often' ? sequencePatterns.less : sequencePatterns.more;
  return { pattern, values: [id, told(event), count, usual, alike, compared] };
}

function toldTemplate({ templates }: DetectorInput, event: number): string {
  return templates.mined.template(event as TemplateId).pattern.slice(0, longestTold);
}

function evidence({ records }: DetectorInput, record: RecordIndex, pattern: string): Evidence {
  const line = records.firstLine.get(record) as LineIndex;
  return {
    source: records.sourceOfLine(line),
    line: records.lineNumber(line),
    note: { pattern, values: [] },
  };
}

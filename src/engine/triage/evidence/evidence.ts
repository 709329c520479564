import type { EvidenceOptions, EvidencePack } from '../../model/evidence-pack';
import type { RecordTable } from '../../model/record-table';
import type { ByteOffset, LineIndex, SignatureId, SourceIndex, TemplateId } from '../../model/units';
import { endOfLine } from '../../records/line-texts';
import type { SourceTexts } from '../../records/source-texts';
import { scaled } from '../progress';
import { type Candidate, candidatesOf } from './candidates';
import { prefixedLines } from './collector-prefix';
import { applyFocus } from './focus';
import { valuesOf } from './line-values';
import { gapMark, type PackLine, packLine } from './pack-line';
import { packOf } from './pack-text';
import { selectLines } from './selection';
import { type EvidenceReader, type Survey, Surveyor } from './survey';
import { TemplateLines } from './template-lines';
import { weightOf, weightOfToken } from './token-count';

export interface EvidenceInput {
  readonly records: RecordTable;
  /** By source. */
  readonly readers: readonly EvidenceReader[];
  readonly templateOf: (signature: SignatureId) => TemplateId;
  readonly texts: SourceTexts;
  /** Templates a person called normal. */
  readonly normal: ReadonlySet<TemplateId>;
}

/** Progress when all lines have been looked at. */
const surveyed = 0.95;
/** A line takes some tokens: more lines than these cannot be shown; bounded, since each is read again. */
const tokensOfShortLine = 3;
const mostCandidates = 50_000;
/** UTF-8 of an ideograph takes 3 bytes and weighs 4; a line number with its colon takes at most so many. */
const weightOfByte = 4 / 3;
const weightOfNumber = 12;

/**
 * Packs what a reader needs to name the root cause into a budget of tokens: every line is looked at once, weighed by what it
 * says and stands beside, and the best are chosen, each kind less the more of it is there. Same bytes, same pack. Yields
 * the share done. 13 bytes a line while it runs.
 */
export function* packEvidence(
  input: EvidenceInput,
  options: EvidenceOptions,
): Generator<number, EvidencePack> {
  const source = options.source ?? (0 as SourceIndex);
  const budget = Math.max(0, Math.floor(options.budget)) * weightOfToken;
  const survey = yield* scaled(surveyOf(input, source), 0, surveyed);
  const lines = linesOf(input, source, survey, options);
  return packOf(selectLines(lines, budget - weightOf(gapMark)), input.records, source);
}

function* surveyOf(
  { records, readers, texts }: EvidenceInput,
  source: SourceIndex,
): Generator<number, Survey> {
  const surveyor = new Surveyor(records, texts);
  for (const [index, { role }] of records.sources.entries()) {
    if (role === 'baseline') yield* scaled(surveyor.learn(index as SourceIndex, readers[index]), 0, 0);
  }
  return yield* surveyor.survey(source, readers[source]);
}

function linesOf(
  input: EvidenceInput,
  source: SourceIndex,
  survey: Survey,
  { budget, focus, linesBefore = input.records.sources[source].linesBefore }: EvidenceOptions,
): PackLine[] {
  const { records, readers, templateOf, normal } = input;
  const templates = new TemplateLines(records, source, templateOf);
  const values = valuesOf(records, source, survey, templates, (template) =>
    normal.has(template as TemplateId),
  );
  if (focus !== undefined) applyFocus(values.value, focus, records, source, linesBefore);
  const limit = Math.min(mostCandidates, Math.ceil(budget / tokensOfShortLine));
  const candidates = candidatesOf({ records, source, survey, values, templates, linesBefore }, limit);
  const fits = fitsWhole(input, source, budget);
  const texts = prefixedLines(
    readers[source],
    candidates.map((candidate) => bytesOf(candidate, input, source)),
  );
  return candidates.flatMap(
    (candidate, i) =>
      (fits
        ? packLine({ ...candidate, tells: true }, texts[i], undefined)
        : packLine(candidate, texts[i], survey.kinds)) ?? [],
  );
}

/** Where all of the log goes into the budget, it is shown as it is. */
function fitsWhole({ records, readers }: EvidenceInput, source: SourceIndex, budget: number): boolean {
  const weight = readers[source].decodedBytes * weightOfByte + records.sources[source].lines * weightOfNumber;
  return weight <= budget * weightOfToken;
}

function bytesOf(
  { line }: Candidate,
  { records, readers, texts }: EvidenceInput,
  source: SourceIndex,
): Uint8Array {
  const index = (records.sources[source].firstLine + line) as LineIndex;
  const start = records.lineStart.get(index) as ByteOffset;
  const bytes = texts.read(source, start, endOfLine(records, index, source, readers[source]));
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--;
  return bytes.slice(0, end);
}

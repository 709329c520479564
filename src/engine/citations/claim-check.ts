import type { CitedRecord } from '../model/cited-record';
import type { Sentence } from '../model/finding';
import type { LineNumber } from '../model/units';
import type { CitedRecords } from './checked-citation';
import type { PlacedCitation } from './citation-syntax';
import type { Claim } from './claims';
import * as failures from './failures';
import { folded, type QuotedRecord, stands } from './quotes';
import { type ClaimWords, claimWords, supports } from './support';

/** A range of more proves nothing. */
export const mostLinesOfRange = 200;
/** A claim that cites or quotes more cannot be held against the log in a time anybody waits. */
const mostCitations = 200;
const mostQuotes = 50;
/** UTF-16 code units of all records a claim cites. */
const mostText = 1 << 20;
/** A shorter quote must stand in the log as well, but says too little to prove anything. */
const leastProvingQuote = 3;
const mostSaid = 200;

export interface CitationVerdict {
  readonly placed: PlacedCitation;
  readonly says: string;
  readonly failure: Sentence | null;
}

interface Looked {
  readonly placed: PlacedCitation;
  readonly records: readonly CitedRecord[];
  /** Why there is no record. */
  readonly failure: Sentence | null;
}

interface Known {
  readonly placed: PlacedCitation;
  readonly records: readonly KnownRecord[];
  readonly failure: Sentence | null;
}

interface KnownRecord extends QuotedRecord {
  readonly record: CitedRecord;
}

/**
 * One verdict a citation, in order. Every quote must stand in a record the claim cites, or the whole claim fails; then each citation
 * must show a quote, or support the claim's words. A claim that says nothing but where to look holds where the lines exist.
 */
export function checkClaim(claim: Claim, records: CitedRecords): CitationVerdict[] {
  if (claim.citations.length > mostCitations || claim.quotes.length > mostQuotes) return tooMuch(claim);
  const looked = claim.citations.map((placed) => look(placed, records));
  const cited = new Set(looked.flatMap((each) => each.records));
  if ([...cited].reduce((sum, { text }) => sum + text.length, 0) > mostText) return tooMuch(claim);
  const foldedOnce = new Map([...cited].map((record) => [record, knownRecord(record)]));
  const known = looked.map(
    (each): Known => ({ ...each, records: each.records.flatMap((record) => foldedOnce.get(record) ?? []) }),
  );
  const all = [...foldedOnce.values()];
  const invented = claim.quotes.find((quote) => !all.some((record) => stands(quote, record)));
  const words = claimWords(claim.said);
  return known.map((each) => ({
    placed: each.placed,
    says: each.records[0]?.text.slice(0, mostSaid) ?? '',
    failure: each.failure ?? failureOf(each, claim, words, invented),
  }));
}

function tooMuch({ citations }: Claim): CitationVerdict[] {
  return citations.map((placed) => ({ placed, says: '', failure: failures.tooMuch }));
}

function failureOf(
  { records }: Known,
  { quotes }: Claim,
  words: ClaimWords,
  invented: string | undefined,
): Sentence | null {
  if (invented !== undefined) return failures.notQuoted(folded(invented));
  const proving = quotes.filter((quote) => weight(folded(quote)) >= leastProvingQuote);
  const shows = (record: KnownRecord) => proving.some((quote) => stands(quote, record));
  if (records.some((record) => shows(record) || supports(words, record.record))) return null;
  return words.stems.size === 0 ? null : failures.notShared;
}

/** In characters; one of a script without letters, such as Chinese, says as much as two. */
function weight(quote: string): number {
  return quote.replace(/\p{Lo}/gu, '  ').length;
}

function look(placed: PlacedCitation, records: CitedRecords): Looked {
  const failure = failures.ofRange(placed, mostLinesOfRange);
  if (failure !== null) return { placed, records: [], failure };
  const found = new Map<LineNumber, CitedRecord>();
  let isDocument = true;
  for (let line: number = placed.firstLine; line <= placed.lastLine; line++) {
    const record = records(placed.document, line as LineNumber);
    if (record === undefined) isDocument = false;
    else if (record !== null) found.set(record.firstLine, record);
  }
  if (found.size > 0) return { placed, records: [...found.values()], failure: null };
  return { placed, records: [], failure: isDocument ? failures.noLine(placed) : failures.noDocument(placed) };
}

function knownRecord(record: CitedRecord): KnownRecord {
  const { firstLine, lastLine, text } = record;
  return { firstLine, lastLine, text: folded(text), record };
}

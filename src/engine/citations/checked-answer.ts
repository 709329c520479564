import type { CheckedAnswer, CheckedCitation, CitedRecords } from './checked-citation';
import { type CitationVerdict, checkClaim } from './claim-check';
import { type Claim, citedClaims } from './claims';
import { citationMark, strikeEnd, strikeStart, withoutMarks } from './marks';
import { shownLabel } from './shown-label';

/**
 * The answer as it is shown. A claim none of whose citations holds, or with a quote that is in no cited record, is struck out; of
 * another only the citations that fail. What is checked of whole blocks (`completedBlocks`) is how the checked whole begins. Yields
 * behind each claim: one list may hold hundreds, each of two hundred lines.
 */
export function* checkedAnswer(text: string, records: CitedRecords): Generator<void, CheckedAnswer> {
  const bare = withoutMarks(text);
  const edits = new Edits(bare);
  const citations: CheckedCitation[] = [];
  for (const claim of citedClaims(bare)) {
    const verdicts = checkClaim(claim, records);
    edits.mark(claim, verdicts, citations.length);
    citations.push(...verdicts.map((verdict) => checked(bare, verdict, records)));
    yield;
  }
  const struck = citations.filter(({ failure }) => failure !== null).length;
  return { text: edits.text(), citations, struck };
}

/** What a checked answer was before it was marked. */
export function unmarked({ text, citations }: CheckedAnswer): string {
  const written = text.replace(/\uE000(\d+)\uE001/g, (_, index) => citations[Number(index)]?.written ?? '');
  return withoutMarks(written);
}

function checked(
  text: string,
  { placed, says, failure }: CitationVerdict,
  records: CitedRecords,
): CheckedCitation {
  const { start, end, ...citation } = placed;
  const label = shownLabel(citation, records);
  return { ...citation, label, written: text.slice(start, end), says, failure };
}

interface Edit {
  readonly at: number;
  /** What of the text it takes the place of. */
  readonly until: number;
  readonly mark: string;
}

class Edits {
  private readonly edits: Edit[] = [];

  constructor(private readonly original: string) {}

  mark({ spans }: Claim, verdicts: readonly CitationVerdict[], firstIndex: number): void {
    const isStruck = verdicts.every(({ failure }) => failure !== null);
    if (isStruck) for (const { start } of spans) this.insert(start, strikeStart);
    for (const [index, { placed, failure }] of verdicts.entries()) {
      const mark = citationMark(firstIndex + index);
      const isStruckAlone = failure !== null && !isStruck;
      const shown = isStruckAlone ? strikeStart + mark + strikeEnd : mark;
      this.edits.push({ at: placed.start, until: placed.end, mark: shown });
    }
    if (isStruck) for (const { end } of spans) this.insert(end, strikeEnd);
  }

  text(): string {
    const pieces: string[] = [];
    let at = 0;
    // A stable sort: what opens a claim comes before its first citation, what closes it behind its last.
    for (const edit of this.edits.toSorted((a, b) => a.at - b.at)) {
      pieces.push(this.original.slice(at, edit.at), edit.mark);
      at = edit.until;
    }
    return pieces.join('') + this.original.slice(at);
  }

  private insert(at: number, mark: string): void {
    this.edits.push({ at, until: at, mark });
  }
}

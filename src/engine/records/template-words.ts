import type { TemplateWord } from '../model/analysis';
import type { RecordTable } from '../model/record-table';
import type { SignatureId, TemplateId } from '../model/units';

/** More than a person can choose from. */
const mostWords = 1000;

interface MinedWords {
  readonly signatureCount: number;
  templateOf(signature: SignatureId): TemplateId;
  tokensOf(signature: SignatureId): readonly string[];
}

/**
 * The words kept of one position of a template, the commonest first: what it can be split by. A masked value counts
 * as its placeholder. Walks the signature column once.
 */
export function templateWords(
  records: RecordTable,
  mined: MinedWords,
  template: TemplateId,
  position: number,
): TemplateWord[] {
  const counts = new Map<string, number>();
  for (const [signature, count] of signatureCounts(records, mined).entries()) {
    if (count === 0 || mined.templateOf(signature as SignatureId) !== template) continue;
    const word = mined.tokensOf(signature as SignatureId)[position];
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return Array.from(counts, ([word, records]) => ({ word, records }))
    .sort((a, b) => b.records - a.records)
    .slice(0, mostWords);
}

function signatureCounts(records: RecordTable, { signatureCount }: MinedWords): Uint32Array {
  const counts = new Uint32Array(signatureCount);
  for (let record = 0; record < records.recordCount; record++) counts[records.signature.get(record)]++;
  return counts;
}

import type { DataCard } from '../../engine/dataset/card/data-card';
import { draftSentences } from '../../node/datasets/drafts/draft-sentences';
import type { Tell } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';

/** What was written, a line each. */
export function exportText(card: DataCard, folder: string, tell: Tell): string {
  const files = card.files.map(({ name, sequences, records }) =>
    tell({
      pattern: '{0}: {1} sequences of {2} records',
      values: [name, grouped(sequences), grouped(records)],
    }),
  );
  const masked = Object.entries(card.masking.masked).map(([kind, count]) => `${kind} ${grouped(count)}`);
  const left = card.leftOut.reduce((sum, { sequences }) => sum + sequences, 0);
  const lines = [
    tell({ pattern: 'The data set is in {0}.', values: [folder] }),
    ...files,
    tell({ pattern: 'Left out: {0} sequences (data-card.md says why).', values: [grouped(left)] }),
    tell({ pattern: 'In more than one split: {0}.', values: [card.leaks] }),
    maskingText(card, masked, tell),
    ...(card.drafts === undefined ? [] : draftSentences(card.drafts).map((sentence) => tell(sentence))),
  ];
  return `${lines.join('\n')}\n`;
}

function maskingText({ masking }: DataCard, masked: readonly string[], tell: Tell): string {
  if (!masking.redacted) return tell({ pattern: 'Nothing was masked.', values: [] });
  if (masked.length === 0) return tell({ pattern: 'Nothing was found that had to be masked.', values: [] });
  return tell({ pattern: 'Masked, each once a sequence: {0}.', values: [masked.join(', ')] });
}

import type { DataCard } from '../../engine/dataset/card/data-card';
import { unlabelledIn } from '../../engine/dataset/card/label-warnings';
import type { SequenceLabel } from '../../engine/dataset/sequence';
import { splitNames } from '../../engine/dataset/split/split';
import { draftSentences } from '../../node/datasets/drafts/draft-sentences';
import type { Tell } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';

/** What was written, a line each. */
export function exportText(card: DataCard, folder: string, tell: Tell): string {
  const masked = Object.entries(card.masking.masked).map(([kind, count]) => `${kind} ${grouped(count)}`);
  const left = card.leftOut.reduce((sum, { sequences }) => sum + sequences, 0);
  const lines = [
    tell({ pattern: 'The data set is in {0}.', values: [folder] }),
    ...partLines(card, tell),
    ...unlabelledText(card, tell),
    tell({ pattern: 'Sequences left out: {0} (data-card.md says why).', values: [grouped(left)] }),
    tell({ pattern: 'In more than one split: {0}.', values: [card.leaks ?? 0] }),
    maskingText(card, masked, tell),
    ...(card.drafts === undefined ? [] : draftSentences(card.drafts).map((sentence) => tell(sentence))),
  ];
  return `${lines.join('\n')}\n`;
}

/** A part without a file has a line, too: whoever trains by it must know. */
function partLines({ files, labels }: DataCard, tell: Tell): string[] {
  return splitNames.flatMap((split) => {
    const { sequences = 0, records = 0 } = files.find((file) => file.split === split) ?? {};
    const of = (label: SequenceLabel) =>
      labels.reduce(
        (sum, row) => sum + (row.label === label && 'train' in row.counts ? row.counts[split] : 0),
        0,
      );
    const [normal, anomalous] = [grouped(of('normal')), grouped(of('anomalous'))];
    return tell({
      pattern: '{0}: sequences {1} (normal {2}, anomalous {3}), records {4}',
      values: [split, grouped(sequences), normal, anomalous, grouped(records)],
    });
  });
}

function unlabelledText({ labels, files }: DataCard, tell: Tell): string[] {
  const count = unlabelledIn(labels);
  if (count === 0) return [];
  const all = files.reduce((sum, { sequences }) => sum + sequences, 0);
  return [
    tell({
      pattern:
        'Sequences that nobody labelled and that are written as normal: {0} of {1}. "--labelled-only" leaves them out.',
      values: [grouped(count), grouped(all)],
    }),
  ];
}

function maskingText({ masking }: DataCard, masked: readonly string[], tell: Tell): string {
  if (!masking.redacted) return tell({ pattern: 'Nothing was masked.', values: [] });
  if (masked.length === 0) return tell({ pattern: 'Nothing was found that had to be masked.', values: [] });
  return tell({ pattern: 'Masked, each once a sequence: {0}.', values: [masked.join(', ')] });
}

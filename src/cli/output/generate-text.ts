import { type Split, splitNames } from '../../engine/dataset/split/split';
import type { GeneratedDataset } from '../../node/datasets/generate-dataset';
import type { Tell } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';

/** What was made, in some lines; `command` makes it again. */
export function generatedText(
  { sequences, split, leaks }: GeneratedDataset,
  folder: string,
  command: string,
  tell: Tell,
): string {
  const normal = sequences.filter(({ label }) => label === 'normal').length;
  const lines = [
    tell({
      pattern: 'Sequences written to {2}: {0}, of them anomalous: {1}.',
      values: [grouped(sequences.length), grouped(sequences.length - normal), folder],
    }),
    ...(split === null || leaks === null ? [] : splitLines(split, leaks, tell)),
    tell({ pattern: 'To make the same again: {0}', values: [command] }),
  ];
  return `${lines.join('\n')}\n`;
}

function splitLines(split: Split, leaks: number, tell: Tell): string[] {
  return [
    ...splitNames.map((name) =>
      tell({
        pattern: '{0}: {1} of {2} wanted',
        values: [name, grouped(split.got[name]), grouped(split.wanted[name])],
      }),
    ),
    ...missed(split, tell),
    tell({ pattern: 'Leaks between the splits: {0}', values: [leaks] }),
  ];
}

/** Where a label and category could not be shared out as asked. */
function missed({ rows }: Split, tell: Tell): string[] {
  return rows
    .filter(({ wanted, got }) => wanted !== got)
    .map(({ label, category, split, wanted, got }) =>
      tell({
        pattern: '{0} ({1}) has {2} of {3} wanted: sequences that are alike stay together.',
        values: [split, category ?? label, grouped(got), grouped(wanted)],
      }),
    );
}

import { dataCardMarkdown } from '../../engine/dataset/card/card-markdown';
import { type CardFile, type DataCard, dataCardJson } from '../../engine/dataset/card/data-card';
import type {
  GeneratedSequence,
  SequenceOptions,
} from '../../engine/dataset/generator/sequences/generate-sequences';
import { usualShares } from '../../engine/dataset/split/split';
import type { Sentence } from '../../engine/model/finding';
import type { DatasetFolder } from './dataset-folder';

export interface CardSettings {
  /** Oddline's. */
  readonly version: string;
  /** What makes the same bytes again, without the name of the folder. */
  readonly command: readonly string[];
  readonly preset: string | null;
  /** In the language of the data set, whatever the reader's: it is one of its files. */
  readonly say: (sentence: Sentence) => string;
}

interface CardFacts {
  readonly options: SequenceOptions;
  readonly card: CardSettings;
  readonly format: string;
  readonly files: readonly CardFile[];
  /** By part of the split; all in one where there is none. */
  readonly members: readonly (readonly GeneratedSequence[])[];
  /** Null without a split. */
  readonly leaks: number | null;
}

export async function writeCard(draft: DatasetFolder, folder: string, facts: CardFacts): Promise<void> {
  const card = cardOf(facts);
  await draft.write(`${folder}data-card.json`, [dataCardJson(card)]);
  await draft.write(`${folder}data-card.md`, [dataCardMarkdown(card, facts.card.say)]);
}

function cardOf({ options, card, format, files, members, leaks }: CardFacts): DataCard {
  const { seed, count, language, services, anomalies } = options;
  const shares = leaks === null ? {} : usualShares;
  return {
    kind: 'oddline-data-card',
    version: 1,
    oddline: card.version,
    command: card.command,
    format,
    seed,
    settings: { preset: card.preset, sequences: count, language, services, anomalies, ...shares },
    sources: [],
    labelSources: [],
    files,
    labels: labelsOf(members),
    leftOut: [],
    leaks,
    masking: { redacted: false, masked: {} },
  };
}

/** Normal first, then categories by their names. */
function labelsOf(members: CardFacts['members']): DataCard['labels'] {
  const kinds = new Map(members.flat().map((one) => [one.category ?? '', one]));
  return [...kinds.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { label, category }]) => {
      const counts = countsOf(members.map((own) => own.filter((one) => one.category === category).length));
      return { label, category, labelledBy: 'generator', counts };
    });
}

function countsOf(counts: readonly number[]): DataCard['labels'][number]['counts'] {
  const [train, validation, test] = counts;
  return counts.length === 1 ? { all: counts[0] } : { train, validation, test };
}

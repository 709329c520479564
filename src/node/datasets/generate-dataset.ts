import type { CardFile } from '../../engine/dataset/card/data-card';
import type { DatasetFormat, WriterSettings } from '../../engine/dataset/formats/format';
import {
  type GeneratedSequence,
  generateSequences,
  type SequenceOptions,
} from '../../engine/dataset/generator/sequences/generate-sequences';
import { generatedLog } from '../../engine/dataset/generator/sequences/generated-log';
import { type SubsetWishes, subsetOf } from '../../engine/dataset/generator/sequences/subset';
import { chineseInstructions } from '../../engine/dataset/instructions/chinese';
import { englishInstructions } from '../../engine/dataset/instructions/english';
import { leakKeys } from '../../engine/dataset/split/leak-keys';
import { countLeaks } from '../../engine/dataset/split/leaks';
import { type Split, splitItems, splitNames, usualShares } from '../../engine/dataset/split/split';
import { type DatasetFolder, writeFolder } from './dataset-folder';
import { isUsableFolder } from './folder-use';
import { type CardSettings, writeCard } from './generated-card';

/** A data set in a folder of its own, with its own card. */
export interface GeneratedPart {
  /** Within the folder of all, ended by `/`; '' for that folder itself. */
  readonly folder: string;
  /** `log`: the one log that all the services wrote, and which of its lines tell of faults. */
  readonly output: DatasetFormat | 'log';
  /** Null for all sequences. */
  readonly subset: Omit<SubsetWishes, 'seed'> | null;
}

export interface GenerateWishes {
  readonly options: SequenceOptions;
  readonly parts: readonly GeneratedPart[];
  readonly card: CardSettings;
  /** Whether a data set in the folder may be replaced. */
  readonly replaces: boolean;
}

/** What was made, before it is written. */
export interface GeneratedDataset {
  readonly sequences: readonly GeneratedSequence[];
  /** Null where a log is made alone, which has no parts. */
  readonly split: Split | null;
  /** Sessions and template sequences that stand in more than one part of the split. */
  readonly leaks: number | null;
}

/** Nothing is written by this: it only refuses, first, to make what could not be. Throws InputError. */
export async function generateDataset(folder: string, wishes: GenerateWishes): Promise<GeneratedDataset> {
  await isUsableFolder(folder, { replaces: wishes.replaces, sources: [] });
  const { options } = wishes;
  const sequences = generateSequences(options);
  if (wishes.parts.every(({ output }) => output === 'log')) return { sequences, split: null, leaks: null };
  const items = sequences.map((sequence) => ({
    label: sequence.label,
    category: sequence.category,
    keys: leakKeys(sequence),
  }));
  const split = splitItems(items, usualShares, options.seed);
  return { sequences, split, leaks: countLeaks(items, split.places) };
}

/** All files of all parts, or none. Throws InputError. */
export async function writeGenerated(
  folder: string,
  dataset: GeneratedDataset,
  wishes: GenerateWishes,
  signal: AbortSignal,
): Promise<void> {
  await writeFolder(folder, { replaces: wishes.replaces, sources: [], signal }, async (draft) => {
    for (const part of wishes.parts) await writePart(draft, dataset, part, wishes);
  });
}

/** By part of the split. */
function membersOf(
  sequences: readonly GeneratedSequence[],
  { places }: Split,
  subset: GeneratedPart['subset'],
  seed: number,
): (readonly GeneratedSequence[])[] {
  const all = [...sequences.keys()];
  const chosen = subset === null ? all : subsetOf(sequences, places, { ...subset, seed });
  return splitNames.map((_, place) => chosen.filter((at) => places[at] === place).map((at) => sequences[at]));
}

const logName = 'services.log';
const labelsName = 'labels.jsonl';

function fileName(split: string, { ending }: DatasetFormat): string {
  return `${split}.${ending}`;
}

async function writePart(
  draft: DatasetFolder,
  { sequences, split, leaks }: GeneratedDataset,
  { folder, output, subset }: GeneratedPart,
  { options, card }: GenerateWishes,
): Promise<void> {
  const members = split === null ? [sequences] : membersOf(sequences, split, subset, options.seed);
  const files =
    output === 'log'
      ? await writeLog(draft, folder, sequences)
      : await writeSplits(draft, folder, output, members, options.language);
  const format = output === 'log' ? output : output.name;
  await writeCard(draft, folder, { options, card, format, files, members, leaks });
}

async function writeLog(
  draft: DatasetFolder,
  folder: string,
  sequences: readonly GeneratedSequence[],
): Promise<CardFile[]> {
  const { text, labels } = generatedLog(sequences);
  const log = await draft.write(`${folder}${logName}`, [text]);
  const rows = labels.map((label) => `${JSON.stringify(label)}\n`);
  const told = await draft.write(`${folder}${labelsName}`, rows);
  const figures = { split: null, sequences: sequences.length };
  return [
    { ...log, ...figures, name: logName, records: recordsOf(sequences) },
    { ...told, ...figures, name: labelsName, records: labels.length },
  ];
}

/** One file for each part that has sequences. */
async function writeSplits(
  draft: DatasetFolder,
  folder: string,
  format: DatasetFormat,
  members: readonly (readonly GeneratedSequence[])[],
  language: SequenceOptions['language'],
): Promise<CardFile[]> {
  const settings = writerSettings(members[0], language);
  const files: CardFile[] = [];
  for (const [place, sequences] of members.entries()) {
    if (sequences.length === 0) continue;
    const split = splitNames[place];
    const name = fileName(split, format);
    const { bytes, sha256 } = await draft.write(`${folder}${name}`, textsOf(format, settings, sequences));
    files.push({ name, bytes, sha256, split, sequences: sequences.length, records: recordsOf(sequences) });
  }
  return files;
}

/** Templates are those of the training part: what only others hold cannot be learned. */
function writerSettings(
  training: readonly GeneratedSequence[],
  language: SequenceOptions['language'],
): WriterSettings {
  const templates = new Map(
    training.flatMap(({ records }) => records.map(({ templateId, template }) => [templateId, template])),
  );
  return {
    instructions: language === 'zh' ? chineseInstructions : englishInstructions,
    templates: [...templates]
      .map(([templateId, template]) => ({ templateId, template }))
      .sort((a, b) => a.templateId - b.templateId),
  };
}

function* textsOf(
  format: DatasetFormat,
  settings: WriterSettings,
  sequences: readonly GeneratedSequence[],
): Generator<string> {
  const writer = format.writer(settings);
  yield writer.head();
  for (const sequence of sequences) yield writer.write(sequence);
  yield writer.end();
}

function recordsOf(sequences: readonly GeneratedSequence[]): number {
  return sequences.reduce((sum, { records }) => sum + records.length, 0);
}

import { textHash } from '../../templates/text-hash';
import type { DatasetSequence } from '../sequence';
import type { InstructionPattern, InstructionSet } from './instruction-set';
import { filled, type Pattern, type PlaceholderValues, parsePattern } from './pattern';

/** What is asked of one sequence and what is to be answered. */
export interface Prompt {
  readonly system: string;
  readonly instruction: string;
  readonly input: string;
  readonly output: string;
}

type Compiled = Readonly<Record<keyof InstructionPattern, Pattern>>;

/** An instruction set, taken apart once. */
export class Prompts {
  private readonly patterns: readonly Compiled[];

  /** @throws RangeError for a set that `checkedInstructions` refuses. */
  constructor(private readonly set: InstructionSet) {
    this.patterns = set.patterns.map(compiled);
  }

  /** By the sequence's id one of the patterns: the same in whatever order and company it is written. */
  of(sequence: DatasetSequence): Prompt {
    const { patterns, set } = this;
    const pattern = patterns[textHash(sequence.id).lo % patterns.length];
    const values = valuesOf(sequence, set);
    return {
      system: set.system,
      instruction: filled(pattern.instruction, values),
      input: filled(pattern.input, values),
      output: filled(pattern[sequence.label], values),
    };
  }
}

function valuesOf(sequence: DatasetSequence, set: InstructionSet): PlaceholderValues {
  const { category, records, label, reasons, source, session } = sequence;
  return {
    log: joinedRecords(sequence),
    count: String(records.length),
    verdict: set.verdicts[label],
    category: category === null ? '' : categoryIn(set, category),
    reasons: reasons.join(set.separator),
    source,
    session: session ?? '',
  };
}

/** A record a line (those of many lines as they stand). */
export function joinedRecords({ records }: Pick<DatasetSequence, 'records'>): string {
  return records.map(({ text }) => text).join('\n');
}

function categoryIn({ categories }: InstructionSet, category: string): string {
  return Object.hasOwn(categories, category) ? categories[category] : category;
}

function compiled({ instruction, input, normal, anomalous }: InstructionPattern): Compiled {
  return {
    instruction: parsed(instruction),
    input: parsed(input),
    normal: parsed(normal),
    anomalous: parsed(anomalous),
  };
}

function parsed(text: string): Pattern {
  const pattern = parsePattern(text);
  if ('kind' in pattern) throw new RangeError(`no pattern: ${pattern.at}`);
  return pattern;
}

import type { CardDrafts, DraftFault } from '../../../engine/dataset/card/data-card';
import type { InstructionSet } from '../../../engine/dataset/instructions/instruction-set';
import { Prompts } from '../../../engine/dataset/instructions/prompts';
import type { DatasetSequence } from '../../../engine/dataset/sequence';
import { verdictIn } from '../../../engine/evaluate/classification/answer-verdict';
import { untilAllAnswered } from '../../until-all-answered';
import { draftPrompt } from './draft-prompt';
import type { Drafting } from './drafting';

export interface DraftWishes {
  readonly drafting: Drafting;
  readonly instructions: InstructionSet;
  readonly language: 'en' | 'zh';
  readonly signal: AbortSignal;
  /** Whether an example is no longer than it may be. */
  readonly fits: (sequence: DatasetSequence) => boolean;
  /** Of so many. */
  readonly onDrafted?: ((done: number, of: number) => void) | undefined;
}

/** What a model is told and what it answers is longer than this for no sequence that is of use. */
const longestPrompt = 60_000;
const longestDraft = 8_000;

/** Outputs a model wrote, by sequence: those that say what the label says. */
export class DraftedOutputs {
  private readonly outputs = new Map<string, string>();
  private readonly faults: Record<DraftFault, number> = { 'no-answer': 0, 'other-verdict': 0, 'too-long': 0 };
  private readonly prompts: Prompts;

  private constructor(private readonly wishes: DraftWishes) {
    this.prompts = new Prompts(wishes.instructions);
  }

  /**
   * Asks for the output of each sequence, a few at a time. Rejects with InputError where the model answers nothing, and with the signal's
   * reason: nothing of what came is used then.
   */
  static async of(
    sequences: Iterable<DatasetSequence>,
    wishes: DraftWishes,
    count: number,
  ): Promise<DraftedOutputs> {
    const drafts = new DraftedOutputs(wishes);
    let done = 0;
    await untilAllAnswered(sequences, wishes.drafting.width, async (sequence) => {
      wishes.signal.throwIfAborted();
      await drafts.ask(sequence);
      wishes.onDrafted?.(++done, count);
    });
    // What is too long to be written was not asked for.
    wishes.onDrafted?.(count, count);
    return drafts;
  }

  /** As it is written: with its draft, or told that there is none of use. */
  marked(sequence: DatasetSequence): DatasetSequence {
    const output = this.outputs.get(sequence.id) ?? null;
    return { ...sequence, drafted: { output, by: this.wishes.drafting.model } };
  }

  get card(): CardDrafts {
    const { model, host, temperature } = this.wishes.drafting;
    return { model, host, temperature, drafted: this.outputs.size, written: this.faults };
  }

  private async ask(sequence: DatasetSequence): Promise<void> {
    const { drafting, instructions, language, signal, fits } = this.wishes;
    const prompt = draftPrompt(sequence, this.prompts.of(sequence), instructions, language);
    if (prompt.user.length > longestPrompt) {
      this.faults['too-long']++;
      return;
    }
    const draft = (await drafting.draft(prompt, signal)).trim();
    const drafted = { output: draft, by: drafting.model };
    const fault =
      faultOf(draft, sequence, instructions) ?? (fits({ ...sequence, drafted }) ? null : 'too-long');
    if (fault === null) this.outputs.set(sequence.id, draft);
    else this.faults[fault]++;
  }
}

function faultOf(draft: string, { label }: DatasetSequence, { verdicts }: InstructionSet): DraftFault | null {
  if (draft === '' || draft.length > longestDraft) return 'no-answer';
  const other = label === 'normal' ? 'anomalous' : 'normal';
  const begins = draft.startsWith(verdicts[label]) && !draft.startsWith(verdicts[other]);
  const verdict = verdictIn(draft);
  // Own words of a set are none that are read off a free answer.
  if (verdict === null) return begins ? null : 'other-verdict';
  return verdict === label ? null : 'other-verdict';
}

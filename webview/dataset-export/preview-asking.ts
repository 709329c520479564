import type { DatasetChoices, PreviewAnswer } from '../../src/protocol/dataset';
import { delayed } from '../shared/delayed';
import type { Host } from './host';

/** Typing a number is several changes. */
const settleMs = 250;

export interface Shown {
  readonly waiting: () => void;
  readonly answered: (answer: PreviewAnswer) => void;
  readonly failed: (error: unknown) => void;
}

/** One question at a time: what is asked while another is answered ends that one. */
export class PreviewAsking {
  private asked: AbortController | undefined;
  private readonly later: ReturnType<typeof delayed>;

  constructor(
    private readonly host: Pick<Host, 'call'>,
    private readonly choices: () => DatasetChoices,
    private readonly shown: Shown,
  ) {
    this.later = delayed(settleMs, () => void this.run());
  }

  /** What is on its way is of what was chosen before. */
  soon(): void {
    this.asked?.abort();
    this.shown.waiting();
    this.later.ask();
  }

  now(): void {
    this.later.now();
  }

  /** What is on its way is not shown any more. */
  stop(): void {
    this.later.drop();
    this.asked?.abort();
  }

  private async run(): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    this.shown.waiting();
    try {
      const answer = await this.host.call('preview', this.choices(), { signal: asked.signal });
      if (!asked.signal.aborted) this.shown.answered(answer);
    } catch (error) {
      if (!asked.signal.aborted) this.shown.failed(error);
    }
  }
}

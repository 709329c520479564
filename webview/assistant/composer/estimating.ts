import type { Question, QuestionEstimate } from '../../../src/protocol/assistant';
import { delayed } from '../../shared/delayed';
import { tell } from '../../shared/tell';
import type { Host } from '../host';

/** Whoever types on is not asked for yet. */
const patienceMs = 300;

/** What stands beside the field of what the question costs. */
export type EstimateShown = 'none' | 'counting' | QuestionEstimate;

/** Asks the host what a question would cost, once nobody types any more; only the answer to what stands in the field counts. */
export class Estimating {
  private readonly asking = delayed(patienceMs, () => void this.ask());
  private question: Question = { text: '' };
  private current: AbortController | undefined;

  constructor(
    private readonly host: Pick<Host, 'call'>,
    private readonly show: (shown: EstimateShown) => void,
  ) {}

  /** The question, or what goes along with it, is another; empty where nothing can be asked. */
  changed(question: Question): void {
    this.current?.abort();
    this.question = question;
    if (question.text === '') {
      this.asking.drop();
      this.show('none');
      return;
    }
    this.show('counting');
    this.asking.ask();
  }

  /** A host that cannot say shows nothing: what hinders it is told when the question is asked. */
  private async ask(): Promise<void> {
    const asked = new AbortController();
    this.current = asked;
    const shown = await this.host
      .call('estimate', this.question, { signal: asked.signal })
      .catch(() => 'none' as const);
    if (!asked.signal.aborted) this.show(shown);
  }
}

/** In a narrow page the line breaks between its parts. */
const noBreak = '\u00a0';

export function estimateText(shown: EstimateShown): string {
  if (shown === 'none') return '';
  if (shown === 'counting') return tell('Counting tokens…');
  const { promptTokens, mostAnswerTokens, cost } = shown;
  return [tell('about {0} tokens', promptTokens), tell('at most {0} answered', mostAnswerTokens), cost]
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(' ', noBreak))
    .join(' · ');
}

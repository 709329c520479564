import type { Frame } from './frame/frame';
import { problemText } from './refreshing';
import type { Shown } from './shown';

/** Refreshes a card for a reason of its own, of which the page's round does not know: a view that moved, another choice. What is overtaken is aborted. */
export class OwnRefresh {
  private running: AbortController | undefined;

  constructor(
    private readonly frame: Pick<Frame, 'show' | 'fail'>,
    private readonly refresh: (signal: AbortSignal) => Promise<Shown>,
  ) {}

  async ask(): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    try {
      const shown = await this.refresh(running.signal);
      if (!running.signal.aborted) this.frame.show(shown);
    } catch (error) {
      if (!running.signal.aborted) this.frame.fail(problemText(error), () => void this.ask());
    }
  }
}

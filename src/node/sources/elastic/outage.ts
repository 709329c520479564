import type { InputError } from '../../../protocol/input-error';
import type { Asking } from '../source-reader';

const firstWaitMs = 1_000;
const mostWaitMs = 10_000;
/** Of what `ask` throws: what a server, a network or a laptop that was closed may get over. */
const passing =
  /^remote-(?:unknown-host|refused|unreachable|timeout|cut|other|wait|status-(?:408|425|429|5\d\d))$/;

/** A time without answers, within something that goes on for days. */
export class Outage {
  private since: number | null = null;
  private waits = 0;

  constructor(private readonly asking: Asking) {}

  /** Throws the problem itself where waiting does not help. */
  async waitAfter(problem: InputError): Promise<void> {
    if (!passing.test(problem.code)) throw problem;
    this.since ??= this.asking.now();
    this.asking.tell({ phase: 'reconnecting' });
    await this.asking.wait(Math.min(mostWaitMs, firstWaitMs * 2 ** Math.min(this.waits++, 10)));
  }

  isOver(): void {
    this.asking.tell({ phase: 'live' });
    if (this.since === null) return;
    this.asking.note({
      pattern: 'The server did not answer from {0} to {1}. What reached it meanwhile has been fetched since.',
      values: [this.since, this.asking.now()].map((time) => new Date(time).toISOString()),
    });
    this.since = null;
    this.waits = 0;
  }
}

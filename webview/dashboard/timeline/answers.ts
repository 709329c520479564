import type { Timeline } from '../../../src/protocol/log-shape';
import type { Host } from '../host';
import type { Model } from '../model';
import type { TimelineWindow } from '../timeline-window';
import { rangeOf } from './stretch';

interface Asked {
  readonly version: number;
  readonly from: string | null;
  readonly until: string | null;
  readonly bins: number;
}

/** The timeline of what is in view, asked for once. */
export class Answers {
  private asked: Asked | undefined;
  private answer: Timeline | null = null;

  constructor(
    private readonly host: Host,
    private readonly model: Model,
    private readonly window: TimelineWindow,
    private readonly bins: () => number,
  ) {}

  /** What was asked for when the view changed again is not what is wanted. */
  async current(signal: AbortSignal): Promise<Timeline | null> {
    for (;;) {
      const wanted = this.wanted();
      if (this.asked && isEnough(this.asked, wanted)) return this.answer;
      const { from, until, bins } = wanted;
      const answer = await this.host.call('timeline', { from, until, bins }, { signal });
      this.asked = wanted;
      this.answer = answer;
    }
  }

  /** Whether there are far too many or too few bars for the room there is now. */
  get isCoarse(): boolean {
    return this.asked !== undefined && !isEnough(this.asked, this.wanted());
  }

  private wanted(): Asked {
    const { view } = this.window;
    const { from, until } = view ? rangeOf(view) : { from: null, until: null };
    return { version: this.model.state.log?.version ?? 0, from, until, bins: this.bins() };
  }
}

function isEnough(asked: Asked, wanted: Asked): boolean {
  const isSame =
    asked.version === wanted.version && asked.from === wanted.from && asked.until === wanted.until;
  return isSame && asked.bins < wanted.bins * 1.6 && asked.bins > wanted.bins * 0.6;
}

import { tell } from '../shared/tell';
import type { Frame } from './frame/frame';
import type { Model, ModelPart } from './model';
import type { Section } from './section';

/** Of a log that is followed a refresh may be overtaken by the next; whoever waits for one that shows something does not wait for ever. */
const mostOvertaken = 5;

/** A section on the page: refreshed while it is on screen, made when it first comes there. */
export class Refreshing {
  private section: Section | undefined;
  private making: Promise<Section> | undefined;
  private isDue = true;
  private isOnScreen = false;
  private running: AbortController | undefined;
  /** Ends with the refresh that is the last one so far. */
  private ended: Promise<void> = Promise.resolve();

  constructor(
    readonly frame: Frame,
    private readonly make: (again: () => void) => Promise<Section>,
    model: Model,
  ) {
    model.onChange((changed) => this.changed(changed));
  }

  onScreen(isOnScreen: boolean): void {
    this.isOnScreen = isOnScreen;
    if (isOnScreen && this.isDue) this.refreshVisibly();
  }

  /** Also where it is not on screen: a report holds all. Resolves when it shows what is, or says why not. */
  async complete(): Promise<void> {
    if (this.isDue && !this.running) this.refreshVisibly();
    for (let times = 0; this.running && times < mostOvertaken; times++) await this.ended;
  }

  private changed(changed: ReadonlySet<ModelPart>): void {
    if (!this.section) return;
    if (!this.section.shows.some((part) => changed.has(part))) return;
    this.isDue = true;
    if (this.isOnScreen || this.running) this.refreshVisibly();
  }

  /** What stands there is dimmed, should it take long. */
  private refreshVisibly(): void {
    this.frame.waiting();
    void this.refresh();
  }

  private refresh(): Promise<void> {
    this.ended = this.refreshed();
    return this.ended;
  }

  private async refreshed(): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.isDue = false;
    try {
      this.making ??= this.make(() => void this.refresh());
      this.section = await this.making;
      const shown = await this.section.refresh(running.signal);
      if (!running.signal.aborted) this.frame.show(shown);
    } catch (error) {
      if (running.signal.aborted) return;
      this.isDue = true;
      this.frame.fail(problemText(error), () => this.refreshVisibly());
    } finally {
      if (this.running === running) this.running = undefined;
    }
  }
}

/** What stands in a card that could not be filled. */
function problemText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return tell('This could not be shown: {0}', text);
}

import type { Frame } from './frame/frame';
import type { Host } from './host';
import type { Model, ModelPart } from './model';
import type { Shown } from './shown';

export interface SectionParts {
  readonly host: Host;
  readonly model: Model;
  /** The card it fills. */
  readonly frame: Frame;
  /** Refreshes it for a reason of its own, of which the page's round does not know: a view that moved, another choice. What is overtaken is aborted. */
  readonly again: () => void;
}

/** One chart or list of the page, in a folder of its own. It asks the host itself, and keeps no state that the model should. */
export interface Section {
  /** What of the model it shows by: it is refreshed when one of them changes and it is on screen, and at once when it comes there. */
  readonly shows: readonly ModelPart[];
  /** Asks, draws into `frame.body`, and says what is there now. A refresh that was overtaken is aborted. */
  refresh(signal: AbortSignal): Promise<Shown>;
}

import type { Host } from './host';
import type { Model } from './model';

/** What each part of the page is made with: it asks the host and listens to the model. */
export interface Parts {
  readonly host: Host;
  readonly model: Model;
}

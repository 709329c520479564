import type { Category, Severity } from '../../../model/finding';
import type { Random } from '../draws';
import type { Scene } from '../incidents/incident';
import type { Job } from '../jobs';
import type { ServiceName } from '../services';

export interface Plot {
  /** Where the trouble comes from. */
  readonly origin: ServiceName;
  readonly random: Random;
}

/**
 * One kind of trouble, which may befall several services.
 *
 * Its severity follows from what the log shows of the harm: a process or data lost is critical, requests of customers that fail
 * high, what fails within the shop or concerns money or safety medium, mere slowness or silence low.
 */
export interface Trouble {
  readonly kind: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly origins: readonly ServiceName[];
  readonly lastsSeconds: number;
  /** Requests that need the origin fail meanwhile, and whoever called it says so. */
  readonly failsRequests: boolean;
  /** Work by the clock that goes silent when the trouble begins. */
  readonly stops?: Job;
  /** What the origin writes; in order of time, exactly one step the worst, unless silence is all there is to see. */
  readonly scenes: (plot: Plot) => readonly Scene[];
}

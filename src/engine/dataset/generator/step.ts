import type { ServiceName } from './services';

export type ShopLevel = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';

/** `worst` is the one line of an incident to look at first. */
export type Sign = 'abnormal' | 'worst';

/** One record somebody writes while a request or a job runs. */
export interface Step {
  /** Typical milliseconds since the step before it. */
  readonly after: number;
  readonly service: ServiceName;
  readonly level: ShopLevel;
  /** `{name}` stands for a value of values.ts. */
  readonly message: string;
  /** Further lines of the same record, filled like the message. */
  readonly continuation?: readonly string[];
  /** How often the step happens, 0 to 1; always if left out. */
  readonly chance?: number;
  /** A sign of the incident it is played for; ordinary work if left out. */
  readonly sign?: Sign;
  /** `after` is a time limit that ran out, so it is kept to the millisecond. */
  readonly exact?: boolean;
  /** Milliseconds it was waited for in all, where steps before tell of the same wait; those since the step before if left out. */
  readonly waited?: number | undefined;
}

type StepOptions = Pick<Step, 'continuation' | 'chance' | 'exact' | 'waited'>;

export function step(
  after: number,
  service: ServiceName,
  level: ShopLevel,
  message: string,
  options: StepOptions = {},
): Step {
  return { after, service, level, message, ...options };
}

export function needs(steps: readonly Step[], services: readonly ServiceName[]): boolean {
  return steps.some((each) => services.includes(each.service));
}

import type { Header } from '../../formats/format';
import { tokenize } from '../../templates/tokenizer';
import { PlanCache } from './plan-cache';
import { type HearValue, type PlannedValue, PlanReader } from './shape-plan';
import type { ValueColumns } from './value-columns';
import { keyBefore } from './value-labels';

/** Headers repeat: more shapes than this, and they are no header's. */
const mostPlans = 4_000;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The variables of a header that no format names: the process id in a syslog tag, the request id in brackets behind a logger. Times,
 * the component and fields are left out. What stands at the same token of headers is one place.
 */
export class HeaderValues {
  private readonly plans = new PlanCache(mostPlans);
  private readonly reader = new PlanReader();
  private readonly passedOver: Range[] = [];

  constructor(private readonly columns: ValueColumns) {}

  /** Before each record. */
  begin(): void {
    this.passedOver.length = 0;
  }

  /** What is known by name already. */
  passOver(start: number, end: number): void {
    this.passedOver.push({ start, end });
  }

  /** Tells the places of values between `start` and the message, and where they stand. */
  read(bytes: Uint8Array, start: number, header: Header, hear: HearValue): void {
    const plan = this.plans.planOf(bytes, start, header.messageStart, 0, (_, from, to) =>
      this.planned(bytes, from, to, header),
    );
    if (plan !== undefined) this.reader.read(plan, bytes, start, header.messageStart, hear);
  }

  private planned(bytes: Uint8Array, start: number, end: number, header: Header): PlannedValue[] {
    const component = { start: header.componentStart, end: header.componentEnd };
    const taken = [...this.passedOver, component];
    const tokens = tokenize(bytes, start, end);
    const texts = tokens.map(({ text }) => text);
    return tokens.flatMap(({ variables }, position) =>
      variables.flatMap((variable, k) => {
        if (variable.type === 'time' || taken.some((range) => overlaps(range, variable))) return [];
        const { type } = variable;
        const place = this.columns.placeOf(`header ${position} ${k} ${type}`, {
          kind: 'header',
          name: keyBefore(texts, position, k),
          type,
        });
        return place === undefined ? [] : [{ label: place, start: variable.start, end: variable.end }];
      }),
    );
  }
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

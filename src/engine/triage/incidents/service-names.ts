import type { RecordTable } from '../../model/record-table';
import { isSpokenOf, serviceName, shortName } from './service-aliases';

/** Of components that name the same service the first; 0 where a record names none. */
export type ServiceId = number;

/** A word as services are called, with the marks that join its parts. */
const words = /[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu;
/** Of what classes are called: `org.example.Pool`, `dfs.DataNode$Receiver`. */
const classLike = /\w[.$]{1,2}\w|::/;
const ideograph = /\p{Script=Han}/u;
const shortestName = 3;
/** A log whose records mostly come from classes is one program's. */
const mostClasses = 0.5;
const mostSoughtAtOnce = 300;

/** The services of a log by its components, and which of them a text speaks of. */
export class ServiceNames {
  /** By component. */
  private readonly services = new Map<number, ServiceId>();
  private readonly byName = new Map<string, ServiceId>();
  private readonly byShortName = new Map<string, ServiceId>();
  /** Names without blanks around them, as Chinese writes them. */
  private readonly unspaced: (readonly [name: string, service: ServiceId])[] = [];
  private readonly areClasses: boolean;
  /** Most texts speak of no service: what tells so takes a tenth of the time of looking at their words. */
  private readonly anyName: RegExp;

  /** `componentCounts`: records by component; `nameOf`: its name. */
  constructor(
    private readonly records: RecordTable,
    componentCounts: Uint32Array,
    readonly nameOf: (component: number) => string,
  ) {
    let all = 0;
    let classes = 0;
    componentCounts.forEach((count, component) => {
      if (count === 0 || component === 0) return;
      const name = nameOf(component);
      all += count;
      if (classLike.test(name)) classes += count;
      this.enter(component, name);
    });
    this.areClasses = classes > all * mostClasses;
    this.anyName = oneOf([...this.byName.keys(), ...this.byShortName.keys()]);
  }

  of(record: number): ServiceId {
    const component = this.records.component.get(record);
    return this.services.get(component) ?? component;
  }

  /** What writes of its own troubles alone: a service; in a log of classes, all of them together are one program. */
  programOf(service: ServiceId): ServiceId {
    return this.areClasses ? 0 : service;
  }

  /** Services that a text speaks of, but for `own`, in its order. */
  mentionedIn(text: string, own: ServiceId): ServiceId[] {
    if (!this.anyName.test(text)) return [];
    const found = new Set<ServiceId>();
    for (const { 0: word, index } of text.matchAll(words)) {
      if (isInPath(text, index)) continue;
      const service = this.named(word, text, index);
      if (service !== undefined && service !== own) found.add(service);
    }
    for (const [name, service] of this.unspaced)
      if (service !== own && text.includes(name)) found.add(service);
    return [...found];
  }

  private enter(component: number, name: string): void {
    if (ideograph.test(name)) this.unspaced.push([name, component]);
    const known = serviceName(name);
    const service = this.byName.get(known) ?? component;
    this.services.set(component, service);
    if (known.length >= shortestName) this.byName.set(known, service);
    const short = shortName(name);
    if (short !== undefined && !this.byShortName.has(short)) this.byShortName.set(short, service);
  }

  /** A host goes by its first part: `payments.shop.svc.cluster.local`. */
  private named(word: string, text: string, index: number): ServiceId | undefined {
    const name = serviceName(word);
    const full = this.byName.get(name) ?? this.byName.get(name.split('.')[0]);
    if (full !== undefined) return full;
    const short = this.byShortName.get(name) ?? this.byShortName.get(shortName(word) ?? '');
    return short !== undefined && isSpokenOf(text, index, index + word.length) ? short : undefined;
  }
}

/** `/orders` is no service, the host of `http://orders/` is. */
function isInPath(text: string, at: number): boolean {
  return text[at - 1] === '/' && text[at - 2] !== '/';
}

/** Matches every text where the names are too many to look for at once. */
function oneOf(names: readonly string[]): RegExp {
  if (names.length === 0) return /(?!)/;
  if (names.length > mostSoughtAtOnce) return /(?:)/;
  return new RegExp(names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'iu');
}

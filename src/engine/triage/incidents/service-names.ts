import type { MinedTemplates } from '../../features/mined-templates';
import type { RecordTable } from '../../model/record-table';
import type { SignatureId } from '../../model/units';

/** Id of a component that names a service; 0 where a record names none. */
export type ServiceId = number;

/** A word as services are called, with the marks that join its parts. */
const words = /[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu;
/** Of what classes are called: `org.example.Pool`, `dfs.DataNode$Receiver`, `ConnectionPool`. */
const classLike = /\w[.$:]{1,2}\w|\p{Ll}\p{Lu}/u;
/** Before it a path goes on: `/orders` is no service. */
const pathBefore = '/';
const shortestName = 3;
/** A log whose records mostly come from classes is one program's. */
const mostClasses = 0.5;

/**
 * The services of a log by their component names, and which of them messages speak of. A log of one program names its
 * classes instead; there every record is of service 0.
 */
export class ServiceNames {
  private readonly ids = new Map<string, ServiceId>();
  private readonly mentions = new Map<SignatureId, readonly ServiceId[]>();
  private readonly areServices: boolean;

  constructor(
    private readonly records: RecordTable,
    private readonly mined: MinedTemplates,
    componentCounts: Uint32Array,
    readonly nameOf: (service: ServiceId) => string,
  ) {
    let all = 0;
    let classes = 0;
    componentCounts.forEach((count, component) => {
      if (count === 0 || component === 0) return;
      const name = nameOf(component);
      all += count;
      if (classLike.test(name)) classes += count;
      else if (name.length >= shortestName) this.ids.set(name.toLowerCase(), component);
    });
    this.areServices = classes <= all * mostClasses;
  }

  of(record: number): ServiceId {
    return this.areServices ? this.records.component.get(record) : 0;
  }

  /** Other services that the message speaks of, in its order. */
  mentionedIn(record: number): readonly ServiceId[] {
    if (!this.areServices) return [];
    const own = this.of(record);
    return this.mentionedBy(this.records.signature.get(record) as SignatureId).filter((each) => each !== own);
  }

  private mentionedBy(signature: SignatureId): readonly ServiceId[] {
    const known = this.mentions.get(signature);
    if (known !== undefined) return known;
    const found = new Set<ServiceId>();
    const text = this.mined.tokensOf(signature).join(' ').toLowerCase();
    for (const { 0: word, index } of text.matchAll(words)) {
      if (text[index - 1] === pathBefore) continue;
      const service = this.ids.get(word);
      if (service !== undefined) found.add(service);
    }
    const mentioned = [...found];
    this.mentions.set(signature, mentioned);
    return mentioned;
  }
}

import type { Labels, SourceEntry } from '../source-reader';
import { type FlatFields, flatFields, shown } from './flat-fields';
import { type Hit, valueAt } from './hit';
import type { LogFields } from './log-fields';

/**
 * What many entries have in common: who wrote them, where, how bad it is. One object of labels is shared by all of the same, since its
 * text is made once. Names of ECS, of OpenTelemetry, of Fluent Bit and of Beats.
 */
const sharedNames =
  /^(?:service|host|kubernetes|k8s|container|docker|cloud|orchestrator|agent|data_stream|resource|scope|deployment|ecs|input|labels|stream|app|application|env|environment|namespace|pod|node|logger|component|level|severity|severity_text|loglevel|log\.(?:level|logger|file)|event\.(?:dataset|module|category|kind)|process\.name)(?:\.|$)/;

/** What repeats the text of an entry. */
const originals = ['event.original', 'log.original'];
const mostShared = 10_000;

/** Turns documents into entries. */
export class HitEntries {
  private readonly known = new Map<string, Labels>();
  /** Entries without any of the message fields. */
  withoutMessage = 0;

  constructor(private readonly fields: LogFields) {}

  /** Null where an integer in a document was rounded: the answer must be read exactly. With `exact` it was. */
  of(hits: readonly Hit[]): SourceEntry[] | null;
  of(hits: readonly Hit[], exact: 'exact'): SourceEntry[];
  of(hits: readonly Hit[], exact?: 'exact'): SourceEntry[] | null {
    const withoutBefore = this.withoutMessage;
    const entries: SourceEntry[] = [];
    for (const hit of hits) {
      const flat = flatFields(hit.source ?? {});
      if (!flat.isExact && exact === undefined) {
        this.withoutMessage = withoutBefore;
        return null;
      }
      entries.push(this.entryOf(hit, flat.fields));
    }
    return entries;
  }

  private entryOf({ time, index, id, source }: Hit, fields: FlatFields['fields']): SourceEntry {
    const message = this.messageOf(source ?? {});
    const shared: [string, string][] = [];
    const own: [string, string][] = [];
    for (const field of fields) {
      if (this.isShownElsewhere(field, message)) continue;
      (sharedNames.test(field[0]) ? shared : own).push(field);
    }
    shared.push(['_index', index]);
    own.push(['_id', id]);
    return { time, labels: this.shared(shared), own, text: message.text };
  }

  /** The first message field that the document has; the document itself where it has none. */
  private messageOf(source: Readonly<Record<string, unknown>>): { name: string | null; text: string } {
    for (const name of this.fields.messages) {
      const value = valueAt(source, name);
      if (value === undefined || value === null) continue;
      return { name, text: Array.isArray(value) ? value.map(shown).join('\n') : shown(value) };
    }
    this.withoutMessage++;
    return { name: null, text: JSON.stringify(source) };
  }

  private isShownElsewhere([name, value]: [string, string], message: { name: string | null; text: string }) {
    if (name === this.fields.time) return true;
    if (message.name === null) return !sharedNames.test(name);
    return name === message.name || (originals.includes(name) && value === message.text);
  }

  private shared(labels: Labels): Labels {
    let key = '';
    for (const [name, value] of labels) key += `${name.length},${value.length},${name}${value}`;
    const known = this.known.get(key);
    if (known) return known;
    if (this.known.size >= mostShared) this.known.clear();
    this.known.set(key, labels);
    return labels;
  }
}

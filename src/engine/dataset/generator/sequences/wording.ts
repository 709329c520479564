import { pick, type Random } from '../draws';
import { portOf } from '../services';
import type { LogLanguage } from './phrase';
import { databaseOfService } from './places';
import type { Beat } from './request-kinds';
import type { Story } from './story';

/** A message of a service before its values are drawn. */
export interface Wording {
  /** `{name}` stands for a value of values.ts. */
  readonly message: string;
  /** With its values masked, as templates are shown. */
  readonly template: string;
}

/** The wordings of stories. Each is made once: there are a few hundred, and tens of thousands of records. */
export class Wordings {
  private readonly known = new Map<string, Wording>();

  constructor(private readonly language: LogLanguage) {}

  /** By beat, each as the draw decides. */
  of(story: Story, random: Random): Wording[] {
    return story.beats.map((beat) => this.inContext(pick(random, beat.said[this.language]), beat, story));
  }

  private inContext(wording: string, beat: Beat, { kind, status }: Story): Wording {
    const { service, peer = service } = beat;
    const key = `${wording}\n${service} ${peer} ${status} ${kind.line}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const port = String(portOf(peer));
    const database = databaseOfService(service) ?? '';
    const message = filled(wording, { line: kind.line, peer, port, database, status: String(status) });
    const made = { message, template: templateOf(message) };
    this.known.set(key, made);
    return made;
  }
}

/** Without what is not known yet. */
export function filled(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name] : whole,
  );
}

const addresses: ReadonlySet<string> = new Set(['client']);
const words: ReadonlySet<string> = new Set(['cart', 'customer', 'payment', 'sku', 'token']);

function templateOf(message: string): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (addresses.has(name)) return '<ip>';
    return words.has(name) ? '<word>' : '<number>';
  });
}

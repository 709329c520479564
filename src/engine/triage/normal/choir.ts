import type { TemplateId } from '../../model/units';
import { Rhythm } from './rhythm';

/** What one component writes, by template. */
export type Voices = Map<TemplateId, Rhythm>;

/** Templates by component that are listened to in a source; a log of ever new lines has no rhythm. */
const mostRhythms = 5_000;
const nobody = 0xffffffff;

/** The rhythms of one source's components. */
export class Choir {
  readonly voicesOf = new Map<number, Voices>();
  private rhythms = 0;
  /** By template, who wrote it last and its rhythm: mostly one component writes all of them, and no map is asked. */
  private readonly writers: Uint32Array;
  private readonly latest: (Rhythm | undefined)[];

  /** `mayBeat`: by template, 1 where it is listened to. */
  constructor(private readonly mayBeat: Uint8Array) {
    this.writers = new Uint32Array(mayBeat.length).fill(nobody);
    this.latest = new Array<Rhythm | undefined>(mayBeat.length).fill(undefined);
  }

  /** Undefined where nothing more is to be added to it. */
  rhythmOf(template: number, component: number): Rhythm | undefined {
    if (this.mayBeat[template] === 0) return undefined;
    if (this.writers[template] !== component) {
      this.writers[template] = component;
      this.latest[template] = this.find(template as TemplateId, component);
    }
    const rhythm = this.latest[template];
    return rhythm?.isDropped ? undefined : rhythm;
  }

  private find(template: TemplateId, component: number): Rhythm | undefined {
    const voices: Voices = this.voicesOf.get(component) ?? new Map<TemplateId, Rhythm>();
    this.voicesOf.set(component, voices);
    const known = voices.get(template);
    if (known !== undefined || this.rhythms >= mostRhythms) return known;
    this.rhythms++;
    const rhythm = new Rhythm();
    voices.set(template, rhythm);
    return rhythm;
  }
}

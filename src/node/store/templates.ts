import { isTemplateCorrection, type TemplateCorrection } from '../../engine/templates/corrections/correction';
import { canonicalJson } from './canonical-json';
import { type DamagedLine, JsonlFile, type JsonlKind } from './versioned-jsonl';

/** A correction of templates as it is kept, one a line. */
export type KeptCorrection = TemplateCorrection & {
  /** When it was made: ISO 8601, UTC. */
  readonly at: string;
};

const templatesKind: JsonlKind<KeptCorrection> = {
  kind: 'templates',
  version: 1,
  migrations: {},
  isEntry(data): data is KeptCorrection {
    return isTemplateCorrection(data) && typeof (data as { at?: unknown }).at === 'string';
  },
};

/**
 * `templates.jsonl` of one store folder: what people said about templates, in the order they said it, the later the
 * stronger. Every method throws InputError for a newer file and for one that is none of ours.
 */
export class TemplateCorrections {
  private readonly file: JsonlFile<KeptCorrection>;

  constructor(path: string) {
    this.file = new JsonlFile(path, templatesKind);
  }

  async list(): Promise<{
    readonly corrections: readonly KeptCorrection[];
    readonly damaged: readonly DamagedLine[];
  }> {
    const { entries, damaged } = await this.file.read();
    return { corrections: entries, damaged };
  }

  /** Said again, it counts as said last. */
  add(correction: KeptCorrection): Promise<void> {
    return this.file.change((kept) => [...without(kept, correction), correction]);
  }

  /** Takes the correction back, whenever it was made. */
  remove(correction: TemplateCorrection): Promise<void> {
    return this.file.change((kept) => without(kept, correction));
  }
}

function without(kept: readonly KeptCorrection[], correction: TemplateCorrection): KeptCorrection[] {
  return kept.filter((other) => !saysSame(other, correction));
}

/** Whenever they were made. */
export function saysSame(one: TemplateCorrection, other: TemplateCorrection): boolean {
  return whatItSays(one) === whatItSays(other);
}

function whatItSays(correction: TemplateCorrection): string {
  return canonicalJson({ ...correction, at: undefined });
}

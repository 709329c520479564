import { basename } from 'node:path';
import { isFormatCorrection } from '../../engine/formats/corrections/check-correction';
import type { FormatCorrection, FormatRule } from '../../protocol/understanding';
import { canonicalJson } from './canonical-json';
import { matchesFiles } from './file-pattern';
import { type DamagedLine, JsonlFile, type JsonlKind } from './versioned-jsonl';

/** A correction of a format as it is kept, one a line. */
export interface KeptRule extends FormatRule {
  /** When it was made: ISO 8601, UTC. */
  readonly at: string;
}

const longestPattern = 1000;

const formatsKind: JsonlKind<KeptRule> = {
  kind: 'formats',
  version: 1,
  migrations: {},
  isEntry(data): data is KeptRule {
    const { files, correction, at } = data as Partial<Record<keyof KeptRule, unknown>>;
    if (typeof files !== 'string' || files.length > longestPattern || typeof at !== 'string') return false;
    return typeof correction === 'object' && correction !== null && isFormatCorrection(correction);
  },
};

/**
 * `formats.jsonl` of one store folder: what people showed of formats, in the order they did, the later the
 * stronger. Every method throws InputError for a newer file and for one that is none of ours.
 */
export class FormatStore {
  private readonly file: JsonlFile<KeptRule>;

  constructor(path: string) {
    this.file = new JsonlFile(path, formatsKind);
  }

  async list(): Promise<{ readonly rules: readonly KeptRule[]; readonly damaged: readonly DamagedLine[] }> {
    const { entries, damaged } = await this.file.read();
    return { rules: entries, damaged };
  }

  /** Shown again, it counts as shown last. */
  add(rule: KeptRule): Promise<void> {
    return this.file.change((kept) => [...without(kept, rule), rule]);
  }

  /** Takes it back, whenever it was shown. */
  remove(rule: FormatRule): Promise<void> {
    return this.file.change((kept) => without(kept, rule));
  }
}

function without(kept: readonly KeptRule[], { files, correction }: FormatRule): KeptRule[] {
  const said = canonicalJson({ files, correction });
  return kept.filter((other) => canonicalJson({ files: other.files, correction: other.correction }) !== said);
}

/** What the rules say of one file; its folder does not count. */
export function correctionsOf(path: string, rules: readonly FormatRule[]): FormatCorrection[] {
  const name = basename(path);
  return rules.filter(({ files }) => matchesFiles(files, name)).map(({ correction }) => correction);
}

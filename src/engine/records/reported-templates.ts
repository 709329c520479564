import type { TemplateAlias } from '../model/analysis';
import type { SignatureId, TemplateId } from '../model/units';

/** What telling aliases needs of the template miner. */
export interface FoundedTemplates {
  readonly signatureCount: number;
  hashOf(signature: SignatureId): { readonly hi: number; readonly lo: number };
  templateOf(signature: SignatureId): TemplateId;
}

interface Reported {
  readonly id: TemplateId;
  readonly hi: number;
  readonly lo: number;
}

/** Remembers which templates an analysis named, so that the next one can say what became of them. */
export class ReportedTemplates {
  private last: readonly Reported[] = [];

  constructor(private readonly mined: FoundedTemplates) {}

  /**
   * What became of the templates named last that are none of their own any more; remembers `ids` for the next time. A
   * template whose founding line was given up (it was not at its end yet) has no heir and is left out.
   */
  aliases(ids: readonly TemplateId[]): TemplateAlias[] {
    const aliases = this.last
      .filter((reported) => this.stillStands(reported))
      .map(({ id }) => ({ younger: id, older: this.mined.templateOf(founding(id)) }))
      .filter(({ younger, older }) => younger !== older);
    this.last = ids.map((id) => ({ id, ...this.mined.hashOf(founding(id)) }));
    return aliases;
  }

  private stillStands({ id, hi, lo }: Reported): boolean {
    if (id >= this.mined.signatureCount) return false;
    const now = this.mined.hashOf(founding(id));
    return now.hi === hi && now.lo === lo;
  }
}

/** A template's id is the signature that founded it. */
function founding(id: TemplateId): SignatureId {
  return id as number as SignatureId;
}

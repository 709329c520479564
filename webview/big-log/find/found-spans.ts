import type { Host } from '../host';
import type { LogModel } from '../model';
import type { Span } from '../rows/text-marks';

const mostKept = 5000;

/** Where in the rows that are seen the found pattern matches. The host looks: a regex could take for ever, and there it is ended. */
export class FoundSpans {
  private readonly byText = new Map<string, readonly Span[]>();
  private isAsking = false;

  constructor(
    private readonly host: Host,
    private readonly model: LogModel,
    private readonly arrived: () => void,
  ) {
    model.listen((change) => {
      if (change === 'found') this.byText.clear();
    });
  }

  of(text: string): readonly Span[] {
    return this.byText.get(text) ?? [];
  }

  async want(texts: readonly string[]): Promise<void> {
    const { found } = this.model;
    const missing = [...new Set(texts)].filter((text) => !this.byText.has(text));
    if (!found || this.isAsking || missing.length === 0) return;
    this.isAsking = true;
    const answer = await this.host
      .call('spansOfRows', { pattern: found.pattern, texts: missing })
      .catch(() => missing.map(() => []));
    this.isAsking = false;
    if (found === this.model.found) {
      if (this.byText.size > mostKept) this.byText.clear();
      for (const [index, text] of missing.entries()) this.byText.set(text, answer[index] ?? []);
    }
    this.arrived();
  }
}

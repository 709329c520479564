import type { ViewLine } from '../../../src/protocol/log-lines';
import type { Host } from '../host';
import type { LogModel } from '../model';

/** As the host takes them at once. */
const mostAtOnce = 4000;

/** Where marked lines stand in the strip: by their numbers, of a merge in the order of time, which only the host knows. */
export class StripPlaces {
  private places: ReadonlyMap<ViewLine, number> = new Map();
  private asked = 0;

  constructor(
    private readonly host: Pick<Host, 'call'>,
    private readonly model: Pick<LogModel, 'isMerge' | 'marks' | 'listen'>,
    private readonly arrived: () => void,
  ) {
    model.listen((change) => {
      if (change === 'analysis' || change === 'reading') void this.ask();
    });
    void this.ask();
  }

  /** Undefined of a line of a merge that was not asked for yet. */
  of(line: ViewLine): number | undefined {
    return this.model.isMerge ? this.places.get(line) : line;
  }

  private async ask(): Promise<void> {
    const lines = this.model.marks.all.map(({ line }) => line);
    if (!this.model.isMerge || lines.length === 0) return;
    const asked = ++this.asked;
    const places = new Map<ViewLine, number>();
    for (let from = 0; from < lines.length && asked === this.asked; from += mostAtOnce) {
      const some = lines.slice(from, from + mostAtOnce);
      const answer = await this.host.call('placesInOrder', some).catch(() => some);
      for (const [index, line] of some.entries()) places.set(line, answer[index]);
    }
    if (asked !== this.asked) return;
    this.places = places;
    this.arrived();
  }
}

import { setImmediate } from 'node:timers/promises';
import type { TaughtLabel } from '../../engine/labels/label';
import type { PushedLabels } from '../../protocol/labels';

/** Some milliseconds of making a message of them. */
const pieceLabels = 1_000;

interface Labelled {
  readonly labels?: readonly TaughtLabel[];
  readonly hasPushedLabels?: true;
}

/** Tells a worker labels by pieces, so that a hundred thousand hold nobody up, and of those it knows only what is another. */
export class LabelPusher {
  private known: readonly TaughtLabel[] = [];
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly push: (piece: PushedLabels) => void) {}

  /** `ask` is called in the order of the requests that have labels, each behind its own. */
  async behind<Request extends Labelled, Answer>(
    request: Request,
    ask: (request: Request) => Promise<Answer>,
  ): Promise<Answer> {
    const { labels } = request;
    if (labels === undefined) return ask(request);
    const asked = this.last.then(async () => {
      await this.tell(labels);
      return { answer: ask({ ...request, labels: [], hasPushedLabels: true }) };
    });
    this.last = asked;
    return (await asked).answer;
  }

  private async tell(labels: readonly TaughtLabel[]): Promise<void> {
    const [start, end] = unchanged(this.known, labels);
    let removed = this.known.length - start - end;
    this.known = labels;
    for (let at = start; at < labels.length - end || removed > 0; at += pieceLabels) {
      this.push({ at, removed, added: labels.slice(at, Math.min(at + pieceLabels, labels.length - end)) });
      removed = 0;
      await setImmediate();
    }
  }
}

/** How many are the same objects at the start of both, and of the others at the end. */
function unchanged(one: readonly unknown[], other: readonly unknown[]): [number, number] {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [start, end];
}

/** The worker's side of it. */
export class LabelsPushed {
  private labels: TaughtLabel[] = [];

  push({ at, removed, added }: PushedLabels): void {
    this.labels = [...this.labels.slice(0, at), ...added, ...this.labels.slice(at + removed)];
  }

  /** The request with the labels it was told of before. */
  in<Request extends Labelled>({ hasPushedLabels, ...request }: Request): Omit<Request, 'hasPushedLabels'> {
    return hasPushedLabels ? { ...request, labels: [...this.labels] } : request;
  }
}

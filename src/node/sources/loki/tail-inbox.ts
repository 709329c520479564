import type { SocketClosed } from '../../../protocol/sources';

export type TailEvent =
  | { readonly kind: 'open' }
  | { readonly kind: 'frame'; readonly data: string }
  /** Frames were thrown away here, since nobody took them. */
  | { readonly kind: 'overflow' }
  | { readonly kind: 'closed'; readonly outcome: SocketClosed | Error }
  | { readonly kind: 'tick' }
  | { readonly kind: 'aborted' };

/** UTF-16 units of frames that wait while something is fetched; what is thrown away beyond is fetched too. */
const mostWaiting = 16 * 2 ** 20;

/** What happens to one live connection, in order. */
export class TailInbox {
  private readonly events: TailEvent[] = [];
  private waiting = 0;
  private hasOverflown = false;
  private wake: (() => void) | null = null;

  put(event: TailEvent): void {
    const length = event.kind === 'frame' ? event.data.length : 0;
    if (length > 0 && this.waiting + length > mostWaiting) this.overflow();
    else {
      this.waiting += length;
      this.push(event);
    }
  }

  async next(): Promise<TailEvent> {
    while (this.events.length === 0) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    const event = this.events.shift()!;
    if (event.kind === 'frame') this.waiting -= event.data.length;
    if (event.kind === 'overflow') this.hasOverflown = false;
    return event;
  }

  private overflow(): void {
    if (this.hasOverflown) return;
    this.hasOverflown = true;
    this.push({ kind: 'overflow' });
  }

  private push(event: TailEvent): void {
    this.events.push(event);
    this.wake?.();
    this.wake = null;
  }
}

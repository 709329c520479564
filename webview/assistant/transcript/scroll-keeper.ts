/** So near the end a reader is at the end. */
const nearPx = 24;

/** Keeps a reader at the end while the conversation grows, and nowhere else: whoever scrolled up stays there. */
export class ScrollKeeper {
  private follows = true;
  private lastTop = 0;

  /** `content` is all that scrolls in `scroller`. */
  constructor(
    private readonly scroller: HTMLElement,
    content: HTMLElement,
    /** False where nothing was asked yet: what is there is read from its beginning. */
    private readonly isConversation: () => boolean,
  ) {
    scroller.addEventListener('scroll', () => this.scrolled());
    // Who unfolds something wants to read it there.
    scroller.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('summary')) this.follows = false;
    });
    new ResizeObserver(() => this.keep()).observe(content);
    new ResizeObserver(() => this.keep()).observe(scroller);
  }

  toEnd(): void {
    this.follows = true;
    this.keep();
  }

  private keep(): void {
    if (this.follows && this.isConversation()) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** The first step up of a wheel is a small one: it must not be taken back. */
  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const below = scrollHeight - clientHeight - scrollTop;
    const isUp = scrollTop < this.lastTop;
    this.follows = below < (isUp ? 1 : nearPx);
    this.lastTop = scrollTop;
  }
}

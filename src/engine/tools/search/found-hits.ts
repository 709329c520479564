import type { Hits } from './hits';

/** The hits found last, by what was asked: pages of one search are read from them. */
export class FoundHits {
  private key = '';
  private hits: Hits | undefined;

  of(key: string): Hits | undefined {
    return this.key === key ? this.hits : undefined;
  }

  keep(key: string, hits: Hits): void {
    this.key = key;
    this.hits = hits;
  }
}

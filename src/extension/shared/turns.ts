/** Work that would disturb itself: of one key one piece after the other, whether those before succeeded or not. */
export class Turns<Key extends object> {
  private readonly last = new WeakMap<Key, Promise<unknown>>();

  next<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(key) ?? Promise.resolve();
    const done = before.then(work, work);
    this.last.set(key, done);
    return done;
  }
}

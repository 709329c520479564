/** How long an answer that may come later is waited for. */
export interface Patience {
  /** Requests, the first among them. */
  readonly attempts: number;
  /** Before the second; doubled each time. */
  readonly firstSeconds: number;
  /** What a server may ask to wait, each time; where it asks for more the reader decides. */
  readonly mostSeconds: number;
}

/** A person sits in front of it. */
export const ofAPerson: Patience = { attempts: 3, firstSeconds: 1, mostSeconds: 60 };

/** Seconds to wait after so many failed attempts; null where no more is to be tried. */
export function waitSeconds(failed: number, asked: number | null, patience: Patience): number | null {
  if (failed >= patience.attempts) return null;
  const own = patience.firstSeconds * 2 ** (failed - 1);
  if (asked === null) return Math.min(own, patience.mostSeconds);
  return asked > patience.mostSeconds ? null : Math.max(asked, own);
}

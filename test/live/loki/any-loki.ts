import { lokiMissing } from '../../../scripts/live/build-loki.mjs';
import { startLoki } from '../../../scripts/live/loki.mjs';

export interface AnyLoki {
  readonly url: string;
  end(): Promise<void>;
}

const given = process.env.LOKI_URL?.replace(/\/+$/, '');

/** Tests that ask nothing special of their Loki run against the one that `LOKI_URL` names, where it does. */
export const anyLokiMissing = () => (given ? null : lokiMissing());

export const anyLoki = async (): Promise<AnyLoki> =>
  given ? { url: given, end: async () => undefined } : startLoki();

const run = given ? `-${Date.now().toString(36)}` : '';

/** A name for the label `app` that no run before has used. */
export const app = (name: string) => `${name}${run}`;

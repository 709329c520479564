import { appending, appendingFar } from './appending';
import { cache } from './cache';
import { chunking } from './chunking';
import type { Claim } from './claim';
import { coherence } from './coherence';
import { correcting } from './corrections';
import { cutting } from './cutting';
import { evidence } from './evidence';
import { gestures } from './gestures';
import { lines } from './lines';
import { segments } from './segments';
import { showing } from './showing';

export const claimTable: readonly Claim[] = [
  lines,
  coherence,
  cutting,
  chunking,
  cache,
  segments,
  appending,
  appendingFar,
  correcting,
  gestures,
  evidence,
  showing,
];

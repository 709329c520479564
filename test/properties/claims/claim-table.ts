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
import { vectors } from './vectors';

export const claimTable: readonly Claim[] = [
  lines,
  coherence,
  cutting,
  chunking,
  cache,
  vectors,
  segments,
  appending,
  appendingFar,
  correcting,
  gestures,
  evidence,
  showing,
];

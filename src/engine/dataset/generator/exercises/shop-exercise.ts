import { services } from '../services';
import { generateTroubledLog, type TroubledLogOptions } from '../troubled-log';
import type { Exercise, ExerciseLanguage, ExerciseShape } from './exercise';

export interface ShopExercise {
  readonly shape: Exclude<ExerciseShape, 'fleet'>;
  /** Null where nothing is planted. */
  readonly kind: string | null;
}

/** A small log: a model with little context is to see most of it. */
const records = 2_500;

const optionsOf: Readonly<Record<ShopExercise['shape'], Omit<TroubledLogOptions, 'seed'>>> = {
  single: { preset: 'single' },
  cascade: { preset: 'cascade', hasOldNoise: false },
  'red herring': { preset: 'single', hasOldNoise: true },
  'cause missing': { preset: 'cascade', hasOldNoise: false, hidesOrigins: true },
  'no trouble': { preset: 'single' },
};

export function shopExercise(
  { shape, kind }: ShopExercise,
  name: string,
  language: ExerciseLanguage,
  seed: number,
): Exercise {
  const kinds = kind === null ? [] : [kind];
  const { text, troubles } = generateTroubledLog({ ...optionsOf[shape], seed, kinds, records, language });
  const trouble = troubles.at(0);
  if (trouble === undefined) return { name, language, shape, text, cause: null };
  const { service, lines, messages } = trouble;
  const database = services.find((row) => row.name === service)?.database ?? null;
  const places = database === null ? [service] : [service, database];
  return { name, language, shape, text, cause: { kind: trouble.kind, places, lines, messages } };
}

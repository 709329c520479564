import { Level, type LevelName } from '../../model/level';
import { levelOfLetterByte, levelOfWord } from '../level-words';

/** What loggers localised to other languages call their levels, lower case; English and Chinese are in level-words.ts. */
const translations: readonly [LevelName, string][] = [
  ['trace', '跟踪 追踪 トレース 추적 трассировка ablaufverfolgung'],
  ['debug', 'fein feiner feinst デバッグ 디버그 отладка depuración depuração débogage 除错'],
  [
    'info',
    'infos hinweis información informação informations informazione meldung mitteilung ' +
      '提示 通知 一般 普通 正常 情報 お知らせ 정보 알림 инфо информация сведения remarque nota',
  ],
  [
    'warn',
    'warnung avertissement attention advertencia aviso avviso avvertenza atenção предупреждение внимание ' +
      '警报 告警 注意 경고 waarschuwing varning',
  ],
  ['error', 'fehler erreur errore erro ошибка エラー 異常 오류 에러 异常 fout fel błąd hata'],
  [
    'fatal',
    'schwerwiegend kritisch grave crítico critico critique fatale kritiek критично критическая ' +
      '紧急 危急 危险 致命的 重大 치명적 심각 緊急 kritisk',
  ],
];

const meanings = new Map<string, LevelName>(
  translations.flatMap(([level, words]) => words.split(' ').map((word) => [word, level] as const)),
);

const encoder = new TextEncoder();

/** What a word or a letter means to most loggers, whatever its case; `none` where it cannot be said. */
export function usualMeaning(word: string): LevelName {
  const bytes = encoder.encode(word);
  const level =
    bytes.length === 1 ? levelOfLetterByte(bytes[0] & ~0x20) : levelOfWord(bytes, 0, bytes.length);
  const names = Object.keys(Level) as LevelName[];
  return level === Level.none ? (meanings.get(word.toLowerCase()) ?? 'none') : names[level];
}

/** More words than this are no levels; what is not looked up again costs no memory. */
const mostRemembered = 1000;

/** The levels of one column's words: as the correction says, else as usual. One string a distinct word. */
export class LevelWords {
  private readonly told: ReadonlyMap<string, LevelName>;
  private readonly remembered = new Map<string, Level>();
  private readonly decoder = new TextDecoder();

  constructor(words: Readonly<Record<string, LevelName>>) {
    this.told = new Map(Object.entries(words));
  }

  levelOf(bytes: Uint8Array, start: number, end: number): Level {
    const word = this.decoder.decode(bytes.subarray(start, end));
    const known = this.remembered.get(word);
    if (known !== undefined) return known;
    const level = Level[this.told.get(word) ?? usualMeaning(word)];
    if (this.remembered.size < mostRemembered) this.remembered.set(word, level);
    return level;
  }
}

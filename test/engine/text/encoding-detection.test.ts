import { describe, expect, test } from 'vitest';
import { detectEncoding } from '../../../src/engine/text/encoding-detection';

/** Encoders Node does not have are made from its decoders, by trying all sequences of one and two bytes. */
function encoderOf(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label);
  const bytesOf = new Map<string, readonly number[]>();
  for (let first = 0x81; first < 0x100; first++) {
    for (let second = 0x40; second < 0x100; second++) {
      const text = decoder.decode(Uint8Array.of(first, second));
      if (text.length === 1 && !bytesOf.has(text)) bytesOf.set(text, [first, second]);
    }
  }
  for (let byte = 0; byte < 0x100; byte++) bytesOf.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const bytes = bytesOf.get(character);
        if (bytes === undefined) throw new Error(`${label} has no ${character}`);
        return bytes;
      }),
    );
}

const line = (message: string) => `2026-06-12 09:41:07 WARN [depot] ${message} id=4711\n`;

const chinese = [
  '连接数据库超时，正在重试',
  '用户登录失败：密码错误',
  '磁盘空间不足，请清理日志目录',
  '订单已提交，等待仓库发货',
  '温度传感器读数异常，当前值偏高',
];
const traditional = ['資料庫連線逾時，正在重試', '使用者登入失敗：密碼錯誤', '磁碟空間不足，請清理記錄檔'];
const japanese = [
  'データベースへの接続がタイムアウトしました',
  '利用者の認証に失敗しました',
  '空き容量が不足しています',
];
const korean = [
  '데이터베이스 연결 시간이 초과되었습니다',
  '사용자 로그인에 실패했습니다',
  '디스크 공간이 부족합니다',
];
const russian = [
  'Превышено время ожидания базы данных',
  'Ошибка входа пользователя',
  'Недостаточно места на диске',
];
const german = [
  'Zeitüberschreitung beim Öffnen der Übersicht',
  'Größe überschreitet das Maß',
  'Tür schließt nicht',
];
const french = ['Délai dépassé à la connexion', "Échec de l'accès à la base", 'Espace disque épuisé à côté'];
const greek = ['Λήξη χρόνου σύνδεσης με τη βάση', 'Αποτυχία εισόδου χρήστη'];
const thai = ['การเชื่อมต่อฐานข้อมูลหมดเวลา', 'ผู้ใช้เข้าสู่ระบบล้มเหลว'];

const idOf = (bytes: Uint8Array, named?: string) => detectEncoding(bytes, named).id;
const logOf = (messages: readonly string[], times = 5) => messages.map(line).join('').repeat(times);

describe('GB18030 is found', () => {
  test.each(['gbk', 'gb18030'])('in a log written as %s', (label) => {
    expect(idOf(encoderOf(label)(logOf(chinese)))).toBe('gb18030');
  });

  test.each(chinese)('in one line among many of ASCII: %s', (message) => {
    expect(idOf(encoderOf('gbk')(`${line('cache is warm').repeat(300)}${line(message)}`))).toBe('gb18030');
  });

  test('where the first 64 KiB end within a character', () => {
    const bytes = encoderOf('gbk')(`${logOf(chinese)}${'连接断开'.repeat(20_000)}`);
    for (const shift of [0, 1]) {
      const shifted = Buffer.concat([Buffer.from('x'.repeat(shift)), bytes]);
      expect(idOf(shifted)).toBe('gb18030');
    }
  });
});

describe('what is not GB18030 stays UTF-8', () => {
  test.each<[string, readonly string[]]>([
    ['big5', traditional],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['euc-kr', korean],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['ibm866', russian],
    ['windows-1252', german],
    ['windows-1252', french],
    ['iso-8859-7', greek],
    ['windows-874', thai],
  ])('%s', (label, messages) => {
    const encode = encoderOf(label);
    expect(idOf(encode(logOf(messages)))).toBe('utf8');
    for (const message of messages) expect(idOf(encode(line(message)))).toBe('utf8');
  });

  test.each<[string, readonly string[]]>([
    ['Chinese', chinese],
    ['Japanese', japanese],
    ['Korean', korean],
  ])('UTF-8 in %s', (_, messages) => expect(idOf(Buffer.from(logOf(messages)))).toBe('utf8'));

  test('UTF-8 with a few broken bytes', () => {
    const broken = Buffer.concat([Buffer.from(logOf(chinese)), Uint8Array.of(0xff, 0xc3, 0x0a)]);
    expect(idOf(broken)).toBe('utf8');
  });

  test('GBK that somebody called UTF-8', () => {
    expect(idOf(encoderOf('gbk')(logOf(chinese)), 'utf8')).toBe('utf8');
  });
});

describe('UTF-16 without a byte order mark', () => {
  test.each<[string, readonly string[]]>([
    ['English', ['cache is warm', 'queue is full']],
    ['Chinese', chinese],
    ['Russian', russian],
    ['Korean', korean],
  ])('in %s', (_, messages) => {
    const bytes = Buffer.from(logOf(messages), 'utf16le');
    expect(idOf(bytes)).toBe('utf16le');
    expect(idOf(Buffer.from(bytes).swap16())).toBe('utf16be');
  });

  test('with next to no ASCII', () => {
    const bytes = Buffer.from(chinese.map((message) => `${message.repeat(4)}\r\n`).join(''), 'utf16le');
    expect(idOf(bytes)).toBe('utf16le');
  });

  test.each([
    ['ASCII with a stray NUL', Buffer.from(`${line('cache is warm').repeat(20)}\0x`)],
    ['NULs that copytruncate left', Buffer.from(`${'\0'.repeat(700)}${line('cache is warm')}`)],
    ['nothing', Buffer.alloc(0)],
  ])('is not seen in %s', (_, bytes) => expect(idOf(bytes)).toBe('utf8'));
});

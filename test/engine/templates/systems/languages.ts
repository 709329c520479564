import { clock, type System } from './system';

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙'];
const given = ['伟', '芳', '娜', '秀英', '敏', '静', '丽', '强', '磊', '军', '洋', '艳'];
const chineseName = {
  name: (draw: { one: <T>(items: readonly T[]) => T }) => draw.one(surnames) + draw.one(given),
};

/** Names stand within runs of Han, with and without blanks around numbers. */
export const chinese: System = {
  name: 'a shop that logs in Chinese',
  header: (draw, at) => `2026-11-21 ${clock(at)} [${draw.one(['信息', '警告', '错误'])}] [订单服务] `,
  events: [
    '用户{name}登录成功',
    '用户{name}登录失败，密码错误',
    '用户{name}从{ip}进入商城',
    '订单{n}已支付，金额{n}元',
    '订单{n}已取消',
    '库存不足：商品编号{n}，剩余{n}件',
    '开始同步仓库数据',
    '仓库数据同步完成，耗时{n}毫秒',
    '连接数据库{host}超时，第{n}次重试',
    '缓存命中率{n}%',
    '向用户{name}发送短信，号码尾号{n}',
    '生成报表{path}完成',
    '线程池已满，拒绝任务{uuid}',
    '磁盘使用率达到{n}%，请及时清理',
  ],
  holes: chineseName,
  floors: { ga: 0.98, fga: 0.95 },
};

export const japanese: System = {
  name: 'a railway that logs in Japanese',
  header: (draw, at) => `2026/11/21 ${clock(at)} ${draw.one(['INFO', 'WARN'])} 運行管理: `,
  events: [
    'ユーザー{name}がログインしました',
    'ユーザー{name}がログアウトしました',
    '列車{n}号が{n}番線に到着しました',
    '列車{n}号が{n}番線を出発しました',
    '遅延{n}分を検知しました',
    '信号機{hex}の応答がありません',
    '時刻表の読み込みを開始します',
    '時刻表の読み込みが完了しました（{n}件）',
    '接続先{host}から切断されました',
    '設定ファイル{path}が見つかりません',
  ],
  holes: {
    name: (draw) => draw.one(['田中', '鈴木', '佐藤', '高橋', '伊藤', '渡辺', '山本', '中村', '小林']),
  },
  floors: { ga: 0.98, fga: 0.95 },
};

export const korean: System = {
  name: 'a library that logs in Korean',
  header: (draw, at) => `[2026-11-21 ${clock(at)}] [${draw.one(['정보', '경고'])}] `,
  events: [
    '사용자 {name} 로그인 성공',
    '사용자 {name} 로그인 실패: 비밀번호 오류',
    '도서 {n}번이 대출되었습니다',
    '도서 {n}번이 반납되었습니다',
    '데이터베이스 연결 시간 초과 ({ms})',
    '서버 {host} 응답 없음',
    '백업을 시작합니다',
    '백업이 끝났습니다: 파일 {n}개',
    '파일 {path} 삭제됨',
    '메모리 사용량 {n}%',
  ],
  holes: {
    name: (draw) =>
      draw.one(['김철수', '이영희', '박민수', '최지우', '정하늘', '강바다', '조은별', '윤슬기']),
  },
  floors: { ga: 0.98, fga: 0.95 },
};

/** Cyrillic, accented Latin and Thai in one. */
export const harbour: System = {
  name: 'a harbour that logs in Russian, French, German and Thai',
  header: (draw, at) => `${clock(at)} ${draw.one(['INFO', 'ERROR'])} `,
  events: [
    'Пользователь {name} вошёл в систему с адреса {ip}',
    'Не удалось открыть файл {path}: доступ запрещён',
    'Задание {n} завершено за {ms}',
    "L'opérateur {name} a démarré la grue n°{n}",
    'Échec de la connexion à {host} après {n} essais',
    'Schleuse {n} geöffnet für {name}',
    'Schleuse {n} geschlossen für {name}',
    'Übertragung abgebrochen: größer als {n} Bytes',
    'เรือหมายเลข {n} เข้าเทียบท่า {n}',
    'ระบบสำรองข้อมูลเสร็จสิ้นใน {n} วินาที',
  ],
  holes: {
    name: (draw) =>
      draw.one(['Élise', 'Jürgen', 'Иван', 'Ольга', 'Zoé', 'Łukasz', 'Søren', 'Ñusta', 'Дмитрий']),
  },
  floors: { ga: 0.98, fga: 0.95 },
};
